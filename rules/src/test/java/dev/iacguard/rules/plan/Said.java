package dev.iacguard.rules.plan;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.TestPolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of files, apart from the names of stacks and of languages. */
final class Said {
  private Said() {}

  /** The folder with the plans and the code they were made from. */
  static Path plans() {
    return Path.of(System.getProperty("iacguard.root"), "fixtures", "plans");
  }

  static CheckResult of(Path root, Inputs.Plans plans, List<String> files) throws IOException {
    return of(root, plans, files, files);
  }

  static CheckResult of(Path root, Inputs.Plans plans, List<String> named, List<String> files)
      throws IOException {
    return of(root, inputs(plans), named, files);
  }

  static CheckResult of(Path root, Inputs inputs, List<String> named, List<String> files)
      throws IOException {
    return of(TestPolicies.everyRule(), root, inputs, named, files);
  }

  static CheckResult of(
      RulePack rules, Path root, Inputs.Plans plans, List<String> named, List<String> files)
      throws IOException {
    return of(rules, root, inputs(plans), named, files);
  }

  private static CheckResult of(
      RulePack rules, Path root, Inputs inputs, List<String> named, List<String> files)
      throws IOException {
    FolderTree tree = FolderTree.at(root, root);
    return new Checker(rules).check(tree, new Selection(named, files), inputs, Progress.SILENT);
  }

  private static Inputs inputs(Inputs.Plans plans) {
    return new Inputs(Map.of(), List.of(), List.of(), List.of(), plans);
  }

  /** Everything but the help, which differs: code is helped by a plan, and a plan by code. */
  static List<String> lines(CheckResult result) {
    List<String> lines = new ArrayList<>();
    result.problems().forEach(problem -> lines.add(problem.rule() + " " + problem.message()));
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        lines.add(verdict(verdict, stack.stack()));
      }
      stack.stages().forEach(stage -> lines.add(facts(stage)));
    }
    return lines.stream().sorted().toList();
  }

  private static String verdict(Verdict verdict, String stack) {
    String id = verdict.subject().id();
    return String.join(
        " ",
        id.equals(stack) ? "the stack" : id,
        verdict.rule().id(),
        verdict.kind().label(),
        verdict.when(),
        verdict.subject().detail(),
        verdict.subject().callers().toString(),
        finding(verdict));
  }

  private static String finding(Verdict verdict) {
    Finding finding = verdict.finding();
    return finding == null
        ? ""
        : place(finding.at()) + " " + finding.message() + " " + finding.label();
  }

  private static String place(Span at) {
    return at.path() + ":" + at.line() + ":" + at.from().column();
  }

  private static String facts(StageFacts stage) {
    return String.join(
        " ",
        stage.id(),
        stage.resource(),
        String.valueOf(stage.stageName()),
        stage.kind(),
        stage.api(),
        place(stage.location()),
        String.valueOf(stage.accessLog()),
        String.valueOf(stage.logGroup()),
        String.valueOf(stage.tags()),
        String.valueOf(stage.accountRole()),
        new TreeMap<>(stage.verdicts()).toString());
  }

  /** The kind of each verdict, by rule and subject. */
  static Map<String, Verdict.Kind> kinds(CheckResult result) {
    Map<String, Verdict.Kind> kinds = new TreeMap<>();
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        String id = verdict.subject().id();
        kinds.put(verdict.rule().id() + " " + (id.equals(stack.stack()) ? "" : id), verdict.kind());
      }
    }
    return kinds;
  }
}
