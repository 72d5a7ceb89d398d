package dev.iacguard.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One deployment as its state file has it and as {@code terraform show -json} prints it. */
class StatesTest {
  @TempDir Path folder;

  private static CheckResult check(String... files) throws IOException {
    Path states = Said.plans().resolveSibling("states");
    return Said.of(states, Inputs.Plans.WHOLE, List.of(files));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kept.tfstate", "shown.json"})
  void everyStageThatExistsWithWhatItsArnsLeadTo(String file) throws IOException {
    List<StageFacts> stages = check(file).reports().get(0).stages();
    assertThat(stages)
        .extracting(StageFacts::id, StageFacts::api, stage -> stage.accessLog().status())
        .containsExactlyInAnyOrder(
            tuple("aws_api_gateway_stage.bare", "REST", "no"),
            tuple("aws_api_gateway_stage.logged[\"a\"]", "REST", "yes"),
            tuple("aws_api_gateway_stage.logged[\"b\"]", "REST", "yes"),
            tuple("aws_apigatewayv2_stage.events", "WEBSOCKET", "no"));
    assertThat(stages.stream().map(StageFacts::logGroup).filter(Objects::nonNull))
        .extracting(group -> group.resource() + " " + group.retention())
        .containsExactlyInAnyOrder(
            "aws_cloudwatch_log_group.access[\"a\"] days",
            "aws_cloudwatch_log_group.access[\"b\"] never");
    assertThat(stages)
        .allSatisfy(
            stage -> {
              assertThat(stage.language()).isEqualTo(Language.TERRAFORM_STATE);
              assertThat(stage.accountRole().reference())
                  .startsWith("arn:aws:iam::123456789012:role/logging-");
              assertThat(stage.accountRole().approved()).isTrue();
            });
  }

  @Test
  void bothFormsAreJudgedAlike() throws IOException {
    assertThat(Said.kinds(check("kept.tfstate"))).isEqualTo(Said.kinds(check("shown.json")));
  }

  @Test
  void severalStatesMakeOneInventory() throws IOException {
    CheckResult both = check("kept.tfstate", "shown.json");
    assertThat(both.reports())
        .extracting(StackReport::stack)
        .containsExactly("kept.tfstate", "shown.json");
    assertThat(both.reports())
        .flatExtracting(StackReport::stages)
        .extracting(StageFacts::stack)
        .hasSize(8);
    assertThat(both.problems()).isEmpty();
  }

  /** A stage that exists tells its account and Region; some providers leave the account out. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "eu-west-1::, -",
        "eu-west-1:123456789012:, -",
        "eu-west-1:210987654321:, 'is in account 123456789012, the stage in 210987654321'",
        "eu-west-2::, 'is in eu-west-1, the stage in eu-west-2'"
      })
  void aStageIsWhereItsArnSays(String place, @Nullable String message) throws IOException {
    Path states = Said.plans().resolveSibling("states");
    String state = Files.readString(states.resolve("kept.tfstate"));
    String arn = "execute-api:" + place + "cj3q45le4e/a\"";
    Files.writeString(
        folder.resolve("a.tfstate"), state.replace("execute-api:eu-west-1::cj3q45le4e/a\"", arn));

    List<String> found =
        Said.lines(Said.of(folder, Inputs.Plans.WHOLE, List.of("a.tfstate"))).stream()
            .filter(line -> line.contains(" IG103 fail"))
            .toList();

    assertThat(found).hasSize(message == null ? 0 : 1);
    assertThat(found).allMatch(line -> line.contains("access log destination " + message));
  }

  /** Where an ARN leads to what another of the states has, it is looked at there. */
  @ParameterizedTest
  @ValueSource(strings = {"kept/%s.tfstate", "shown/%s.json"})
  void whatAnotherStateHasIsFoundByItsArn(String files) throws IOException {
    String platform = "several/" + files.formatted("platform");
    CheckResult both = check(platform, "several/" + files.formatted("service"));
    assertThat(both.reports().get(0).stages()).isEmpty();
    assertThat(groups(both))
        .containsExactlyInAnyOrder(
            "kept: " + platform + ":aws_cloudwatch_log_group.access days 400",
            "orders: " + platform + ":aws_cloudwatch_log_group.forever[\"orders\"] never null",
            "lost: null external null");
    assertThat(both.reports().get(1).stages())
        .allSatisfy(
            stage ->
                assertThat(stage.verdicts())
                    .containsEntry("IG303", Verdict.Kind.PASS)
                    .containsEntry("IG304", Verdict.Kind.PASS)
                    .containsEntry("IG305", Verdict.Kind.PASS));
    assertThat(both.reports().get(1).verdicts().stream().map(Verdict::finding))
        .filteredOn(Objects::nonNull)
        .filteredOn(finding -> finding.message().contains("never expires"))
        .extracting(finding -> finding.at().path())
        .containsExactly(platform);
  }

  /** An ARN that two states have is not known to be the one or the other. */
  @Test
  void whatTwoStatesHaveIsTakenFromNeither() throws IOException {
    String[] names = {"platform", "service", "copy"};
    for (String name : names) {
      Path from = Said.plans().resolveSibling("states/several/kept");
      String file = (name.equals("copy") ? "platform" : name) + ".tfstate";
      Files.copy(from.resolve(file), folder.resolve(name + ".tfstate"));
    }
    CheckResult all =
        Said.of(
            folder,
            Inputs.Plans.WHOLE,
            List.of("copy.tfstate", "platform.tfstate", "service.tfstate"));
    assertThat(groups(all)).hasSize(3).allMatch(group -> group.contains(": null external"));
  }

  private static List<String> groups(CheckResult result) {
    return result.reports().stream()
        .flatMap(report -> report.stages().stream())
        .map(
            stage -> {
              StageFacts.LogGroup group = Objects.requireNonNull(stage.logGroup());
              return stage.stageName()
                  + ": "
                  + group.resource()
                  + " "
                  + group.retention()
                  + " "
                  + group.retentionDays();
            })
        .toList();
  }

  /** The place of an instance in a state is where its object begins. */
  @Test
  void aStageOfAStateFileHasALine() throws IOException {
    Map<String, Integer> lines =
        check("kept.tfstate").reports().get(0).stages().stream()
            .collect(Collectors.toMap(StageFacts::id, stage -> stage.location().line()));
    assertThat(lines.values()).allMatch(line -> line > 10).doesNotHaveDuplicates();
  }
}
