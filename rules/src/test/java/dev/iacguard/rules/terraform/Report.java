package dev.iacguard.rules.terraform;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.rules.ApiGatewayRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What is said of the code in a folder, as lines without places, sorted. */
record Report(List<String> lines) {

  /**
   * Writes the files and checks all of them.
   *
   * @param files texts by path
   */
  static Report of(Path folder, Map<String, String> files) throws IOException {
    CheckResult result = check(folder, files);
    List<String> lines = new ArrayList<>();
    result.problems().forEach(problem -> lines.add(problem.rule() + " " + problem.message()));
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        lines.add(
            verdict.subject().id() + " " + verdict.rule().id() + " " + verdict.kind().label());
      }
      stack.stages().forEach(stage -> lines.add(facts(stage)));
    }
    return new Report(lines.stream().sorted().toList());
  }

  /** Writes the files and checks all of them. */
  static CheckResult check(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    FolderTree tree = FolderTree.at(folder, folder);
    Selection all = new Selection(List.of(""), tree.walk(""));
    return new Checker(new ApiGatewayRules()).check(tree, all, Inputs.NONE, Progress.SILENT);
  }

  private static String facts(StageFacts stage) {
    return String.join(
        " ",
        stage.id(),
        String.valueOf(stage.stageName()),
        stage.accessLog().status(),
        String.valueOf(stage.accessLog().format()),
        String.valueOf(stage.accessLog().destination()),
        String.valueOf(stage.logGroup()),
        new TreeMap<>(stage.tags().values()).toString());
  }

  /** The lines that only one of them has; empty when they say the same. */
  List<String> differences(Report other) {
    List<String> differences = new ArrayList<>();
    lines.stream().filter(line -> !other.lines.contains(line)).forEach(differences::add);
    other.lines.stream().filter(line -> !lines.contains(line)).forEach(differences::add);
    return differences;
  }

  Report map(UnaryOperator<String> rename) {
    return new Report(lines.stream().map(rename).sorted().toList());
  }
}
