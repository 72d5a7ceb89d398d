package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Decoder;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files with values that the shell pipes in, such as {@code --var-file <(decrypt prod.tfvars)}.
 * They are read whole, once: the code that is judged and the state it is compared with get the same
 * values. No walk finds them.
 *
 * @param paths in the tree, by the names on the command line
 * @param contents by path in the tree
 */
record PipedValues(Map<String, String> paths, Map<String, Content> contents) {

  /**
   * @param folder the path in the tree where they seem to lie
   * @throws UsageException naming a pipe that cannot be read
   */
  static PipedValues of(InputOptions options, NamedPaths onDisk, String folder) {
    Map<String, String> paths = new LinkedHashMap<>();
    Map<String, Content> contents = new LinkedHashMap<>();
    for (String name : names(options)) {
      Path path = onDisk.resolve(name);
      if (NamedPipe.isOne(path) && !paths.containsKey(name)) {
        byte[] bytes = bytes(name, path);
        // Terraform tells JSON by the name. Its own syntax never begins with a brace.
        String ending =
            SourceFile.startsWithBrace(new String(bytes, StandardCharsets.UTF_8)) ? ".json" : "";
        String inTree = Paths.in(folder, name.replace('/', '-') + ending);
        paths.put(name, inTree);
        contents.put(inTree, Decoder.decode(name, bytes));
      }
    }
    return new PipedValues(Map.copyOf(paths), Map.copyOf(contents));
  }

  private static List<String> names(InputOptions options) {
    List<String> names = new ArrayList<>(options.values().parameterFiles());
    options.values().variants().forEach(variant -> names.addAll(variant.files()));
    for (VariableSource variable : options.values().variables()) {
      if (variable instanceof VariableSource.VarFile file) {
        names.add(file.path());
      }
    }
    return names;
  }

  private static byte[] bytes(String name, Path path) {
    try (InputStream in = NamedPipe.stream(path)) {
      byte[] bytes = in.readNBytes(FolderTree.MAX_TEXT_BYTES + 1);
      if (bytes.length > FolderTree.MAX_TEXT_BYTES) {
        throw new UsageException(
            name + " has more than " + (FolderTree.MAX_TEXT_BYTES >> 20) + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Output.reason(e));
    }
  }

  /** A tree in which they can be read. */
  SourceTree in(SourceTree tree) {
    return contents.isEmpty() ? tree : new WithValues(tree, contents);
  }

  private static final class WithValues extends ForwardingTree {
    private final Map<String, Content> contents;

    WithValues(SourceTree tree, Map<String, Content> contents) {
      super(tree);
      this.contents = contents;
    }

    @Override
    public Content read(String path) {
      @Nullable Content content = contents.get(path);
      return content == null ? super.read(path) : content;
    }
  }
}
