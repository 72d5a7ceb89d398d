package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.source.FolderTree;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that are far too large, read in a small heap: {@code mvn -pl checker-core test -Plarge}.
 */
@Tag("large")
class HugeTemplatesTest {
  private static final String STAGE = "{\"Type\": \"AWS::ApiGateway::Stage\", \"Properties\": ";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "100, a.json, x",
    "100, a.yaml, x",
    "31, a.json, x",
    "31, a.yaml, x",
    "100, a.json, '\",\"'",
    "31, a.json, '\",\"'",
    "31, a.yaml, '\",\"'"
  })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void oneLineOfManyMegabytes(int megabytes, String name, String piece) throws IOException {
    String head = "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": {\"S\": " + STAGE;
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      out.write(head + "{\"P\": [\"");
      String block = piece.repeat((1 << 20) / piece.length());
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
      out.write("\"]}}}}\n");
    }
    Files.writeString(folder.resolve("other.json"), "{\"Resources\": {\"S\": " + STAGE + "{}}}}");
    FolderTree tree = FolderTree.at(folder, folder);
    Selection all = new Selection(List.of(""), tree.walk(""));
    Discovery found = CloudFormationLoader.discover(tree, all, Inputs.NONE);
    assertThat(found.stacks()).hasSize(2);
    Stack huge = found.stacks().get(0).load();
    boolean fits = megabytes < 32 && piece.equals("x");
    assertThat(huge.problems()).hasSize(fits ? 0 : 1);
    assertThat(huge.resources("AWS::ApiGateway::Stage")).hasSize(fits ? 1 : 0);
    assertThat(found.stacks().get(1).load().resources("AWS::ApiGateway::Stage")).hasSize(1);
  }
}
