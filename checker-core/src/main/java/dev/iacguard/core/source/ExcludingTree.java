package dev.iacguard.core.source;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tree without the paths that the user excluded, whatever link leads to them. */
final class ExcludingTree extends ForwardingTree {
  private final SourceTree tree;
  private final Exclusion exclusion;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  ExcludingTree(SourceTree tree, Exclusion exclusion) {
    super(tree);
    this.tree = tree;
    this.exclusion = exclusion;
  }

  private boolean isExcluded(String path) {
    return known.computeIfAbsent(
        path, one -> exclusion.excludes(one) || exclusion.excludes(tree.real(one)));
  }

  @Override
  public boolean mayRead(String path) {
    return !isExcluded(path) && tree.mayRead(path);
  }

  @Override
  public boolean isFile(String path) {
    return !isExcluded(path) && tree.isFile(path);
  }

  @Override
  public boolean isFolder(String path) {
    return !isExcluded(path) && tree.isFolder(path);
  }

  @Override
  public List<String> files(String folder) {
    return tree.files(folder).stream().filter(name -> !isExcluded(Paths.in(folder, name))).toList();
  }

  @Override
  public List<String> walk(String folder) {
    return walk(folder, skipped -> {});
  }

  @Override
  public List<String> walk(String folder, Consumer<Skipped> skipped) {
    return tree.walk(folder, skipped).stream().filter(path -> !isExcluded(path)).toList();
  }

  @Override
  public Content read(String path) {
    return isExcluded(path)
        ? new Content.Failed(new SourceFile(tree.shown(path), ""), "is excluded", false)
        : tree.read(path);
  }

  @Override
  public @Nullable SourceFile kept(String path) {
    return isExcluded(path) ? null : tree.kept(path);
  }

  @Override
  public byte[] head(String path, int most) {
    return isExcluded(path) ? new byte[0] : tree.head(path, most);
  }

  @Override
  public @Nullable InputStream open(String path) {
    return isExcluded(path) ? null : tree.open(path);
  }
}
