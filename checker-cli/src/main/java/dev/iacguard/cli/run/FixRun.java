package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.TerminalProgress;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.fix.EditedText;
import dev.iacguard.core.engine.fix.FixResult;
import dev.iacguard.core.engine.fix.Fixer;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Fixes findings, from the user's options to edited texts; writes nothing. */
public final class FixRun {
  private final ResolvedInput input;
  private final EditableTree tree;

  private FixRun(ResolvedInput input, EditableTree tree) {
    this.input = input;
    this.tree = tree;
  }

  /** A file with edits. */
  public record Edited(String shown, Path file, EditedText text) {}

  /**
   * @param files sorted by path as shown
   */
  public record Fixed(FixResult result, List<Edited> files) {}

  /**
   * @param rules the ids of rules to fix findings of; empty for all
   */
  public static Fixed run(
      InputOptions options, List<String> rules, GivenValues given, CliEnvironment cliEnvironment) {
    ResolvedInput asked = ResolvedInput.of(options, cliEnvironment);
    TerminalProgress progress =
        new TerminalProgress(cliEnvironment.err(), cliEnvironment.errIsTerminal());
    try (RevisionComparison disk =
        RevisionComparison.of(options, asked, cliEnvironment.environment())) {
      Trust trust = Trust.of(options, asked, disk);
      PolicyResult.Ready policy = trust.policy();
      RulePack pack = policy.pack();
      KnownNames.requireRules(rules, pack);
      KnownNames.requireTags(given, pack);
      ResolvedInput input = asked.under(policy);
      SkippedFiles skipped = new SkippedFiles();
      Selection selection =
          LeftOut.of(disk.selection(input, skipped), input, true, cliEnvironment.environment())
              .selection();
      skipped.say(cliEnvironment);
      AnalysisContext analysisContext =
          AnalysisContext.of(input, trust, cliEnvironment.today(), progress);
      EditableTree tree = EditableTree.of(analysisContext, disk, selection);
      return new FixRun(input, tree).fix(rules, given);
    }
  }

  /**
   * Says that a run has reached its limit of work.
   *
   * @param what was not tried
   * @param next completes "run …"
   */
  public static String untried(String what, String next) {
    return "%s not tried, since this run has reached its limit of work; to go on, run %s, or"
            .formatted(what, next)
        + " raise the limit with "
        + WorkBudget.OPTION;
  }

  private Fixed fix(List<String> rules, GivenValues given) {
    Judged start = tree.asIs();
    Fixer fixer =
        new Fixer(
            given,
            finding -> rules.isEmpty() || rules.contains(finding.verdict().rule().id()),
            tree,
            input.inputs().workFactor());
    FixResult result = fixer.fix(start);
    List<Edited> files = new ArrayList<>();
    new TreeMap<>(result.texts())
        .forEach(
            (shown, text) ->
                files.add(new Edited(shown, input.root().resolve(input.inTree(shown)), text)));
    return new Fixed(result, List.copyOf(files));
  }
}
