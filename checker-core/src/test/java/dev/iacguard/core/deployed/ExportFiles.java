package dev.iacguard.core.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes exports, and finds what was read of them. */
final class ExportFiles {
  private ExportFiles() {}

  static Discovery discover(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    FolderTree tree = FolderTree.at(folder, folder);
    return DeployedLoader.discover(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE);
  }

  static String saved(String call, String arguments, String output) {
    return """
    {"iacGuardExport": 1, "account": "111122223333", "region": "eu-west-1", "call": "%s", "arguments": %s, "output":
    %s
    }
    """
        .formatted(call, arguments, output);
  }

  static List<String> names(Discovery discovery) {
    return discovery.stacks().stream().map(StackSource::name).toList();
  }

  static Resource only(Stack stack, String type) {
    assertThat(stack.resources(type)).hasSize(1);
    return stack.resources(type).get(0);
  }

  static String text(Value value) {
    return value instanceof Value.Text text ? String.valueOf(text.known()) : value.toString();
  }

  static List<String> messages(Discovery discovery) {
    return discovery.problems().stream().map(Problem::message).toList();
  }
}
