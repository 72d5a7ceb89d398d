package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.RuleTestResult;
import dev.iacguard.core.rule.scenario.Scenarios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a custom rule about a subject that a test describes. */
final class RuleTester {
  private RuleTester() {}

  static RuleTestResult run(CompiledRule rule, RuleTest test) {
    if (!(test.subject() instanceof Value.Mapping subject)) {
      throw new IllegalArgumentException("only a test that fits its subject's shape is run");
    }
    for (Phrase path : test.unknown()) {
      subject = withUnknown(subject, List.of(path.text().split("\\.")), Origin.at(path.at()));
    }
    Value.Mapping described = subject;
    return Scenarios.first(
        new WorkBudget(),
        scenario -> {
          String variable = rule.rule().target().kind().variable();
          CelInputBuilder into = new CelInputBuilder(scenario, rule.uses(), variable);
          described.entries().forEach((name, value) -> into.value(name, () -> value));
          return result(rule, test, rule.judge(into.build(), test.at()));
        });
  }

  private static RuleTestResult result(CompiledRule rule, RuleTest test, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Pass pass -> result(rule, test, Verdict.Kind.PASS, "");
      case Outcome.NotApplicable skipped -> result(rule, test, Verdict.Kind.NOT_APPLICABLE, "");
      case Outcome.Fail fail -> result(rule, test, Verdict.Kind.FAIL, fail.finding().message());
      case Outcome.Unknown unknown ->
          result(rule, test, Verdict.Kind.UNKNOWN, unknown.finding().message());
    };
  }

  private static RuleTestResult result(
      CompiledRule rule, RuleTest test, Verdict.Kind actual, String message) {
    String id = rule.rule().info().id();
    return new RuleTestResult(id, test.name(), test.at(), test.expected(), actual, message);
  }

  private static Value.Mapping withUnknown(
      Value.Mapping subject, List<String> path, Origin origin) {
    Map<String, Value> entries = new LinkedHashMap<>(subject.entries());
    String name = path.get(0);
    Value inside = entries.get(name);
    if (path.size() == 1) {
      entries.put(name, Value.Unknown.of(Cause.INPUT, name, origin));
    } else {
      Value.Mapping below =
          inside instanceof Value.Mapping mapping
              ? mapping
              : new Value.Mapping(false, Map.of(), false, origin);
      entries.put(name, withUnknown(below, path.subList(1, path.size()), origin));
    }
    return new Value.Mapping(subject.typed(), entries, subject.open(), subject.origin());
  }
}
