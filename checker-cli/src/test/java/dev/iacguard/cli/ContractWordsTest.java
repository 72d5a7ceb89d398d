package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.command.CommandTree;
import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Rank;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Pins the words of reports and options that are spelled as constants of this module. {@link
 * GoldenTest} pins the formats.
 */
class ContractWordsTest {
  private static final String CONTRACT =
      "these words are a contract: scripts and programs hold them. Keep the spelling when you"
          + " rename a constant; when you add one, add its word here and to the docs";

  @Test
  void levelsOfSarifAndRanksOfHtmlArePublished() {
    assertThat(Arrays.stream(Rank.values()).map(Rank::label))
        .as(CONTRACT)
        .containsExactly("error", "warning", "note", "unknown");
  }

  @Test
  void complianceOfCsvIsPublished() {
    assertThat(Arrays.stream(Compliance.values()).map(Compliance::label))
        .as(CONTRACT)
        .containsExactly("compliant", "unknown", "conditional", "failing");
  }

  @ParameterizedTest
  @CsvSource({
    "check, --fail-on, note warning error never",
    "check, --color, auto always never",
  })
  void wordsOfOptionsArePublished(String command, String option, String words) {
    CommandLine line =
        Objects.requireNonNull(CommandTree.commandLine().getSubcommands().get(command));
    Iterable<String> found = line.getCommandSpec().findOption(option).completionCandidates();
    assertThat(StreamSupport.stream(found.spliterator(), false))
        .as(CONTRACT)
        .containsExactly(words.split(" "));
  }
}
