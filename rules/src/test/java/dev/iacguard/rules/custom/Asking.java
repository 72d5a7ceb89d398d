package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.HandBuiltStack;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes custom rules from texts and asks them about hand-built stacks. */
final class Asking {
  private Asking() {}

  static Phrase phrase(String text) {
    SourceFile policy = new SourceFile("iac-guard.yaml", "  require: " + text + "\n");
    int start = policy.text().indexOf(text);
    return new Phrase(text, policy.span(start, start + text.length()));
  }

  static CustomRule rule(String target, @Nullable String when, String require, String message) {
    return new CustomRule(
        new RuleInfo("ACME1", "bad-thing", "Nothing is bad", Severity.WARNING),
        Objects.requireNonNull(Target.of(target)),
        when == null ? null : phrase(when),
        phrase(require),
        phrase(message),
        "mend it",
        List.of());
  }

  static CustomRules good(CustomRule... rules) {
    CustomRules.Compiled compiled = CustomRules.compile(List.of(rules));
    if (!compiled.problems().isEmpty()) {
      throw new IllegalArgumentException(compiled.problems().toString());
    }
    return compiled.rules();
  }

  /** {@code LINE:COLUMN message} for each thing that is wrong. */
  static List<String> problems(String target, String require) {
    List<String> lines = new ArrayList<>();
    for (Problem problem :
        CustomRules.compile(List.of(rule(target, null, require, "no"))).problems()) {
      Span at = problem.at();
      lines.add(at.from().line() + ":" + at.from().column() + " " + problem.message());
    }
    return lines;
  }

  /** What a rule on stages says of the first stage, in every scenario. */
  static List<String> stage(HandBuiltStack stack, @Nullable String when, String require) {
    return stage(stack, when, require, "no");
  }

  static List<String> stage(
      HandBuiltStack stack, @Nullable String when, String require, String message) {
    Rule<Stage, String> rule =
        Asking.<String>onStages(rule("stage", when, require, message)).get(0);
    GatewayView view = new GatewayView(stack, new Formats(), new WorkBudget());
    DeclaredStage declared = view.stages().get(0);
    return Scenarios.explore(
            new WorkBudget(), scenario -> rule.check(view.stage(scenario, declared), ""))
        .cases()
        .stream()
        .map(scenario -> words(scenario.answer()))
        .toList();
  }

  private static <P> List<Rule<Stage, P>> onStages(CustomRule rule) {
    return good(rule).ofStages();
  }

  static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Pass pass -> "pass";
      case Outcome.NotApplicable skipped -> "not-applicable";
      case Outcome.Fail fail -> "fail: " + fail.finding().message();
      case Outcome.Unknown unknown -> "unknown: " + unknown.finding().message();
    };
  }
}
