package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.TerminalProgress;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.edit.OverlayTree;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.fix.EditedText;
import dev.iacguard.core.engine.fix.FixResult;
import dev.iacguard.core.engine.fix.Fixer;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fixes findings, from the user's options to edited texts; writes nothing. */
public final class FixRun {
  private final ResolvedInput input;
  private final AnalysisContext analysisContext;
  private final Selection selection;
  private final Set<String> broken = new HashSet<>();

  private FixRun(ResolvedInput input, AnalysisContext analysisContext, Selection selection) {
    this.input = input;
    this.analysisContext = analysisContext;
    this.selection = selection;
  }

  /** A file with edits. */
  public record Edited(String shown, Path file, EditedText text) {}

  /**
   * @param files sorted by path as shown
   */
  public record Fixed(FixResult result, List<Edited> files) {}

  /**
   * @param rules the ids of rules to fix findings of; empty for all
   * @param given values by key
   */
  public static Fixed run(
      InputOptions options,
      List<String> rules,
      Map<String, String> given,
      CliEnvironment cliEnvironment) {
    ResolvedInput asked = ResolvedInput.of(options, cliEnvironment);
    TerminalProgress progress =
        new TerminalProgress(cliEnvironment.err(), cliEnvironment.errIsTerminal());
    try (RevisionComparison disk =
        RevisionComparison.of(options, asked, cliEnvironment.environment())) {
      Trust trust = Trust.of(options, asked, disk);
      PolicyResult.Ready policy = trust.policy();
      RulePack pack = policy.pack();
      requireKnown("--rule", rules, ids(pack));
      requireKnown("--set", List.copyOf(given.keySet()), pack.givenKeys());
      ResolvedInput input = asked.under(policy);
      SkippedFiles skipped = new SkippedFiles();
      Selection selection =
          LeftOut.of(disk.selection(input, skipped), input, true, cliEnvironment.environment())
              .selection();
      skipped.say(cliEnvironment);
      AnalysisContext analysisContext =
          AnalysisContext.of(input, trust, cliEnvironment.today(), progress);
      return new FixRun(input, analysisContext, selection).fix(rules, new GivenValues(given));
    }
  }

  private static Set<String> ids(RulePack pack) {
    return pack.rules().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireKnown(String option, List<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        String of =
            option.equals("--rule")
                ? "there is no such rule"
                : "there is no such tag in the policy";
        throw new UsageException(option + " " + name + ": " + of + Nearest.hint(name, known));
      }
    }
  }

  private Fixed fix(List<String> rules, GivenValues given) {
    Judged start = judge(Map.of());
    start.result().problems().stream()
        .filter(Problem::leavesInputUnread)
        .forEach(problem -> broken.add(problem.at().path()));
    Fixer fixer =
        new Fixer(
            given,
            finding -> rules.isEmpty() || rules.contains(finding.verdict().rule().id()),
            this::refusal,
            this::judge);
    FixResult result = fixer.fix(start);
    List<Edited> files = new ArrayList<>();
    new TreeMap<>(result.texts())
        .forEach(
            (shown, text) ->
                files.add(new Edited(shown, input.root().resolve(input.inTree(shown)), text)));
    return new Fixed(result, List.copyOf(files));
  }

  /** Why a file cannot be changed; null for a file of the root that was read without an error. */
  private @Nullable String refusal(String shown) {
    String path = input.inTree(shown);
    if (broken.contains(shown)) {
      return shown + " could not be analysed in whole";
    }
    if (!input.tree().isFile(path)) {
      return shown + " is not a file of the project";
    }
    return input.tree().real(path).equals(path) ? null : shown + " is a link";
  }

  private Judged judge(Map<String, String> shownTexts) {
    Map<String, String> texts = new HashMap<>();
    shownTexts.forEach((shown, text) -> texts.put(input.inTree(shown), text));
    SourceTree tree = new OverlayTree(input.readIn(input.sources()), texts);
    CheckResult result =
        new Checker(analysisContext.rules())
            .check(tree, selection, input.inputs(), analysisContext.progress());
    return new Judged(
        result,
        analysisContext
            .screen(ReportedFindings.of(result, input::inTree), result)
            .reportedFindings());
  }
}
