package dev.iacguard.core.source;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tree that delegates to another in everything that it does not override. */
public abstract class ForwardingTree implements SourceTree {
  private final SourceTree tree;

  public ForwardingTree(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public boolean mayRead(String path) {
    return tree.mayRead(path);
  }

  @Override
  public boolean isFile(String path) {
    return tree.isFile(path);
  }

  @Override
  public boolean isFolder(String path) {
    return tree.isFolder(path);
  }

  @Override
  public List<String> files(String folder) {
    return tree.files(folder);
  }

  @Override
  public List<String> walk(String folder) {
    return tree.walk(folder);
  }

  @Override
  public List<String> walk(String folder, Consumer<Skipped> skipped) {
    return tree.walk(folder, skipped);
  }

  @Override
  public String real(String path) {
    return tree.real(path);
  }

  @Override
  public Content read(String path) {
    return tree.read(path);
  }

  @Override
  public @Nullable SourceFile kept(String path) {
    return tree.kept(path);
  }

  @Override
  public Content installedModules(String folder) {
    return tree.installedModules(folder);
  }

  @Override
  public byte[] head(String path, int most) {
    return tree.head(path, most);
  }

  @Override
  public @Nullable InputStream open(String path) {
    return tree.open(path);
  }

  @Override
  public boolean reopens(String path) {
    return tree.reopens(path);
  }

  @Override
  public String shown(String path) {
    return tree.shown(path);
  }
}
