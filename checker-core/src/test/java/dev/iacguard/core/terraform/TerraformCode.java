package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Terraform code in a folder of its own, read as the tool reads it. */
public final class TerraformCode {
  private final Path folder;

  private TerraformCode(Path folder) {
    this.folder = folder;
  }

  public static TerraformCode in(Path folder) {
    return new TerraformCode(folder);
  }

  public TerraformCode file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Discovery discover() {
    return discover(Inputs.NONE, "");
  }

  /**
   * @param named the path that is checked
   */
  Discovery discover(Inputs inputs, String named) {
    try {
      FolderTree tree = FolderTree.at(folder, folder);
      List<String> files = tree.isFile(named) ? List.of(named) : tree.walk(named);
      return TerraformLoader.discover(tree, new Selection(List.of(named), files), inputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stack of a folder. */
  Stack stack(String name) {
    StackSource source =
        discover().stacks().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no stack " + name));
    return source.load();
  }

  /** The root folder's stack. */
  public Stack root() {
    return stack(".");
  }

  /** The only resource of a type in the root folder's stack. */
  Resource only(String type) {
    List<Resource> found = root().resources(type);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " resources of type " + type);
    }
    return found.get(0);
  }
}
