package dev.iacguard.cli.report.sarif;

import dev.iacguard.cli.report.FindingGroups;
import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.cli.report.RulePage;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the one run of a SARIF report. */
final class SarifRun {
  /** GitHub code scanning takes no run with more (SARIF support for code scanning). */
  private static final int MOST_RESULTS = 25_000;

  private final Report report;
  private final Map<String, Integer> ruleIndexes = new HashMap<>();
  private final SarifPlaces places;
  private final Json json;

  SarifRun(Report report, Json json) {
    this.report = report;
    this.json = json;
    this.places = new SarifPlaces(report.paths(), json);
    for (RuleInfo rule : report.rules().rules()) {
      ruleIndexes.put(rule.id(), ruleIndexes.size());
    }
  }

  /**
   * The members of the run.
   *
   * @param exitCode what the run ends with
   */
  void write(int exitCode) {
    List<Runnable> results = results();
    int dropped = Math.max(0, results.size() - MOST_RESULTS);
    json.object("tool", tool -> tool.object("driver", driver -> driver()))
        .object("automationDetails", details -> details.text("id", category()))
        .text("columnKind", "utf16CodeUnits")
        .object(
            "originalUriBaseIds",
            bases ->
                bases.object(
                    SarifPlaces.ROOT, root -> message("description", "the root of the repository")))
        .objects("invocations", List.of(exitCode), code -> invocation(code, dropped))
        .objects("results", results.subList(0, results.size() - dropped), Runnable::run);
  }

  /** Tells runs over different parts of a repository apart: {@code iac-guard/infra/}. */
  private String category() {
    StringBuilder category = new StringBuilder("iac-guard/");
    for (String named : report.named()) {
      String path = report.paths().apply(named);
      category.append(path.equals(".") || path.isEmpty() ? "" : path + "/");
    }
    return category.toString();
  }

  /** Writes what is there, and after it what was known and is gone. */
  private List<Runnable> results() {
    SarifResult result = new SarifResult(places, ruleIndexes, report, json);
    List<Runnable> results = new ArrayList<>();
    FindingGroups.of(report.findings()).forEach(group -> results.add(() -> result.write(group)));
    for (ReportedFinding finding : report.reportedFindings()) {
      if (!finding.counts()) {
        results.add(() -> result.write(GroupedFinding.of(List.of(finding))));
      }
    }
    changes()
        .forEach(
            change -> results.add(() -> result.problem(change, report.severity(change), "new")));
    for (Problem problem : report.problems()) {
      if (problem.leavesInputUnread()) {
        results.add(() -> result.problem(problem, report.severity(problem), ""));
      }
    }
    Review review = report.review();
    for (BaselineFinding baselineFinding : review.fixed()) {
      String stack = report.paths().apply(review.shown().apply(baselineFinding.stackPath()));
      results.add(() -> result.absent(baselineFinding, stack));
    }
    return results;
  }

  /** What the change under review edits of its own policy is a finding; SARIF has it as one. */
  private List<Problem> changes() {
    return report.problems().stream().filter(SarifRun::isChange).toList();
  }

  private static boolean isChange(Problem problem) {
    return problem.rule().equals(Problem.POLICY_CHANGED);
  }

  private void driver() {
    json.text("name", "iac-guard")
        .text("version", report.version())
        .text("semanticVersion", report.version())
        .objects("rules", report.rules().rules(), this::rule);
  }

  private void rule(RuleInfo rule) {
    json.text("id", rule.id()).text("name", pascal(rule.name()));
    message("shortDescription", sentence(rule.title()));
    String source = report.rules().page(rule.id());
    if (source != null) {
      RulePage page = RulePage.of(source);
      message("fullDescription", page.finds());
      if (!page.link().isEmpty()) {
        json.text("helpUri", page.link());
      }
      json.object(
          "help",
          help -> {
            help.text("text", SarifText.escaped(page.finds()));
            if (page.isBuiltIn()) {
              // What a policy says of its own rules is no markup of ours.
              help.text("markdown", page.text());
            }
          });
      json.object(
          "properties",
          properties -> {
            properties.text("precision", "very-high");
            properties.text("security-severity", score(rule.severity()));
            properties.texts("tags", page.tags());
          });
    }
    json.object(
        "defaultConfiguration",
        configuration ->
            configuration
                .truth("enabled", rule.severity() != Severity.OFF)
                .text("level", SarifResult.level(rule.severity())));
  }

  /** From 0 to 10, as code scanning shows it: high, medium, low. */
  private static String score(Severity severity) {
    return switch (severity) {
      case ERROR -> "7.0";
      case WARNING -> "5.0";
      case NOTE, OFF -> "2.0";
    };
  }

  private void invocation(int exitCode, int dropped) {
    List<Runnable> notifications = new ArrayList<>();
    notifications().forEach(problem -> notifications.add(() -> notification(problem)));
    if (dropped > 0) {
      notifications.add(
          () -> {
            json.text("level", "warning");
            message("message", dropped + " results are not in this file, the least urgent ones.");
          });
    }
    json.truth("executionSuccessful", !report.leavesInputUnread())
        .number("exitCode", exitCode)
        .objects("toolExecutionNotifications", notifications, Runnable::run);
  }

  private List<Problem> notifications() {
    return report.allProblems().stream().filter(problem -> !isChange(problem)).toList();
  }

  private void notification(Problem problem) {
    json.text("level", SarifResult.level(report.severity(problem)));
    message("message", sentence(problem.message()));
    json.objects("locations", List.of(problem.at()), places::location);
    Integer index = ruleIndexes.get(problem.rule());
    if (index != null) {
      json.object("associatedRule", rule -> rule.text("id", problem.rule()).number("index", index));
    }
  }

  private void message(String name, String text) {
    json.object(name, message -> message.text("text", SarifText.escaped(text)));
  }

  /** The messages of findings have no full stop; SARIF wants whole sentences. */
  static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  /** {@code stage-without-access-log} as {@code StageWithoutAccessLog}. */
  private static String pascal(String kebab) {
    StringBuilder name = new StringBuilder();
    for (String word : kebab.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
