package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import dev.iacguard.cli.scaffold.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ShellCheck has nothing to say of the script. */
class CollectScriptTest {
  @TempDir private Path folder;

  @Test
  void isFreeOfCommonMistakes() throws IOException {
    Tool.needs("shellcheck");
    Files.writeString(folder.resolve("collect.sh"), Cli.in(folder).run("collect", "--print").out());

    assertThat(Tool.run(folder, Map.of(), "shellcheck", "--norc", "collect.sh")).isEmpty();
  }
}
