package dev.iacguard.cli.fuzz;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.rules.ApiGatewayRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole trees, from files to verdicts: the evaluators and everything behind them. An input may hold
 * more files behind lines {@code === PATH}.
 */
final class Judging {
  static final RulePack RULES = new ApiGatewayRules();

  private static final String PARAMETERS_OF =
      """
      Parameters:
        Days: {Type: Number, Default: 7, MinValue: 1}
        Names: {Type: CommaDelimitedList}
        Log: {Type: String, AllowedValues: ["yes", "no"]}
      Conditions: {Logged: !Equals [!Ref Log, "yes"]}
      Resources:
        Group:
          Type: AWS::Logs::LogGroup
          Properties: {RetentionInDays: !Ref Days, LogGroupName: !Select [0, !Ref Names]}
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            AccessLogSettings:
              !If [Logged, {DestinationArn: !GetAtt Group.Arn, Format: x}, !Ref AWS::NoValue]
      """;

  private Judging() {}

  static Object terraform(byte[] input) {
    return judged(RULES, InputFiles.of("main.tf", input), Inputs.NONE);
  }

  static Object template(byte[] input) {
    return judged(RULES, InputFiles.of("template.yaml", input), Inputs.NONE);
  }

  static Object plan(byte[] input) {
    return judged(RULES, InputFiles.of("plan.json", input), Inputs.NONE);
  }

  static Object state(byte[] input) {
    return judged(RULES, InputFiles.of("terraform.tfstate", input), Inputs.NONE);
  }

  static Object parameters(byte[] input) {
    InputFiles tree = InputFiles.single("parameters.json", input);
    Inputs given = new Inputs(List.of(), List.of("parameters.json"));
    return judged(RULES, tree.with("template.yaml", PARAMETERS_OF), given);
  }

  /** What is found, as text. */
  static Object judged(RulePack rules, InputFiles tree, Inputs inputs) {
    CheckResult result = new Checker(rules).check(tree, tree.selection(), inputs, Progress.SILENT);
    List<String> seen = new ArrayList<>(Places.ofProblems(result.problems()));
    for (StackReport report : result.reports()) {
      seen.add(report.stack());
      seen.add(report.stages().size() + " stages");
      report.stages().forEach(stage -> Places.require(stage.location(), "stage"));
      report.verdicts().forEach(verdict -> seen.add(seen(verdict)));
    }
    seen.addAll(result.notes());
    return seen;
  }

  private static String seen(Verdict verdict) {
    Places.require(verdict.declared(), "declaration");
    Finding finding = verdict.finding();
    String text = verdict.rule().id() + " " + verdict.kind() + " " + verdict.when();
    if (finding == null) {
      return text;
    }
    Places.require(finding.at(), finding.message());
    finding.related().forEach(each -> Places.require(each.at(), each.message()));
    return text + " " + Places.shown(finding.at()) + " " + finding.message() + finding.help();
  }
}
