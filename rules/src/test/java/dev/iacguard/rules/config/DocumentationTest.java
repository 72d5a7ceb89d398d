package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that the documentation shows can be used. */
class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));
  private static final String START = "```yaml\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/policy.md"})
  void thePolicyIsAccepted(String file) throws IOException {
    String text = Files.readString(ROOT.resolve(file));
    int start = text.lastIndexOf(START, text.indexOf("\nenvironments:")) + START.length();
    String policy = text.substring(start, text.indexOf("```", start));

    assertThat(policy).contains("environments:");
    assertThat(new PolicyFolder(folder).write("iac-guard.yaml", policy).errors()).isEmpty();
  }
}
