package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.command.CommandTree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ManTest {

  @Test
  void tellsEveryCommandAndOption() {
    String page = Cli.in(Path.of("/")).run("man").out();

    assertThat(page).startsWith(".TH IAC\\-GUARD 1 ");
    for (CommandLine command : CommandTree.commandLine().getSubcommands().values()) {
      assertThat(page).contains("\n.SS " + command.getCommandName().replace("-", "\\-") + "\n");
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.usageHelp()) {
          assertThat(page).contains("\n.B " + option.longestName().replace("-", "\\-"));
        }
      }
    }
  }

  /** A line that begins with a point or an apostrophe is a request; only ours may be there. */
  @Test
  void hasNoRequestsByAccident() {
    assertThat(Cli.in(Path.of("/")).run("man").out().lines())
        .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|PP|nf|fi)( .*)?"));
  }
}
