package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.fixtures.DeployedFolder;
import dev.iacguard.fixtures.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A help that offers a setting can be pasted as it is, and then its finding is gone. */
class HelpIsPastedTest {
  private static final ApiGatewayRules RULES = new ApiGatewayRules(TestPolicies.ALL_RULES);

  /** The rules whose helps are settings of a resource. */
  private static final Set<String> WITH_SETTINGS =
      Set.of("IG109", "IG110", "IG201", "IG202", "IG203", "IG205", "IG207");

  /** A finding of a fixture whose help is a setting. */
  record Offer(Fixture fixture, Verdict verdict, PastedHelp help) {
    Finding finding() {
      return Objects.requireNonNull(verdict.finding());
    }

    String file() {
      return finding().at().path();
    }

    @Override
    public String toString() {
      return fixture + " " + verdict.rule().id() + " " + verdict.subject().id();
    }
  }

  static List<Offer> offers() throws IOException {
    List<Offer> offers = new ArrayList<>();
    for (Fixture fixture :
        Fixture.under(Path.of(System.getProperty("iacguard.root"), "fixtures", "rules"))) {
      for (Verdict verdict : reported(fixture, fixture.folder())) {
        PastedHelp help = PastedHelp.of(Objects.requireNonNull(verdict.finding()).help());
        if (help != null
            && verdict.kind() == Verdict.Kind.FAIL
            && WITH_SETTINGS.contains(verdict.rule().id())) {
          offers.add(new Offer(fixture, verdict, help));
        }
      }
    }
    return offers;
  }

  /** What fails, or may. */
  static List<Verdict> reported(Fixture fixture, Path folder) throws IOException {
    FolderTree tree = FolderTree.at(folder, folder);
    List<String> files = fixture.selected().isEmpty() ? tree.walk("") : List.of(fixture.selected());
    DeployedFolder folders = DeployedFolder.of(tree, files);
    CheckResult result =
        new Checker(RULES)
            .check(
                tree,
                new Selection(List.of(fixture.selected()), folders.code()),
                folders.inputs(),
                Progress.SILENT);
    return result.reports().stream()
        .flatMap(report -> report.verdicts().stream())
        .filter(verdict -> verdict.finding() != null)
        .toList();
  }

  @Test
  void settingsAreOfferedInEveryLanguage() throws IOException {
    Set<String> offered =
        offers().stream()
            .map(offer -> offer.verdict().rule().id() + ' ' + language(offer.file()))
            .collect(Collectors.toSet());
    assertThat(offered)
        .contains("IG109 tf", "IG110 tf", "IG201 tf", "IG202 tf", "IG203 tf", "IG205 tf")
        .contains("IG207 tf", "IG207 yaml", "IG207 json", "IG207 tf.json")
        .contains(
            "IG109 yaml", "IG110 yaml", "IG201 yaml", "IG202 yaml", "IG203 yaml", "IG205 yaml")
        .contains("IG109 json", "IG201 json", "IG203 json")
        .contains("IG109 tf.json", "IG201 tf.json", "IG203 tf.json");
  }

  @Test
  void tagsAreOfferedBesideOthers() throws IOException {
    Set<String> offered =
        offers().stream()
            .filter(offer -> offer.help().verb().equals("beside"))
            .map(offer -> language(offer.file()))
            .collect(Collectors.toSet());
    assertThat(offered).contains("tf", "yaml");
  }

  static String language(String path) {
    return path.endsWith(".tf.json") ? "tf.json" : path.substring(path.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void theFindingIsGoneWhenItsHelpIsPasted(Offer offer, @TempDir Path folder) throws IOException {
    copy(offer.fixture().folder(), folder);
    Files.writeString(folder.resolve(offer.file()), offer.help().into(offer.finding().at()));
    assertThat(reported(offer.fixture(), folder))
        .filteredOn(verdict -> verdict.rule().equals(offer.verdict().rule()))
        .filteredOn(verdict -> verdict.declared().path().equals(offer.file()))
        .extracting(verdict -> verdict.subject().id())
        .doesNotContain(offer.verdict().subject().id());
  }

  static void copy(Path from, Path to) throws IOException {
    FolderTree tree = FolderTree.at(from, from);
    for (String file : tree.walk("")) {
      if (tree.read(file) instanceof Content.Decoded read) {
        Path path = to.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, read.file().text());
      }
    }
  }
}
