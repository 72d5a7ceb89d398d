package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program does. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));

  @Test
  void theFindingIsAmongThoseOfTheExample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String shown = readme.substring(readme.indexOf("error[IG104]"));

    Cli.Run run = Cli.in(ROOT).run("check", "fixtures/examples/orders");

    assertThat(run.out()).contains(shown.substring(0, shown.indexOf("```")));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }
}
