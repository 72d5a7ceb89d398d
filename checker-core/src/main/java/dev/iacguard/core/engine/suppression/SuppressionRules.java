package dev.iacguard.core.engine.suppression;

import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Waiver;
import dev.iacguard.core.source.PathGlob;
import dev.iacguard.core.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Separates suppressions in force from invalid ones. */
final class SuppressionRules {
  /** The rules about input, whose problems are no verdicts, start with it. */
  private static final String INPUT = "IG0";

  private final SuppressionResult.Terms terms;
  private final Map<String, RuleInfo> rules = new LinkedHashMap<>();
  private final List<SuppressionRule> inForce = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  SuppressionRules(SuppressionResult.Terms terms) {
    this.terms = terms;
    terms.rules().forEach(rule -> rules.put(rule.id(), rule));
    terms.rules().forEach(rule -> rules.putIfAbsent(rule.name(), rule));
  }

  List<SuppressionRule> inForce() {
    return inForce;
  }

  List<Problem> problems() {
    return problems;
  }

  void add(InlineSuppression inlineSuppression) {
    Span at = inlineSuppression.at();
    if (!inlineSuppression.fault().isEmpty()) {
      wrong(at, inlineSuppression.fault());
      return;
    }
    LocalDate since = date(inlineSuppression.since(), at);
    LocalDate until = date(inlineSuppression.until(), at);
    if ((since == null && inlineSuppression.since() != null)
        || (until == null && inlineSuppression.until() != null)) {
      return;
    }
    Suppression suppression =
        new Suppression(Suppression.Kind.IN_SOURCE, inlineSuppression.reason(), since, until, at);
    SuppressionRule.Scope scope = new SuppressionRule.Code(inlineSuppression.covers());
    inlineSuppression.rules().forEach(rule -> add(rule, scope, suppression));
  }

  void add(Waiver waiver, UnaryOperator<String> inTree) {
    PathGlob path = waiver.path() == null ? null : PathGlob.of(waiver.path());
    if (waiver.path() != null && path == null) {
      wrong(waiver.at(), "'" + waiver.path() + "' is not a valid path pattern");
      return;
    }
    add(
        waiver.rule(),
        new SuppressionRule.Named(
            new ResourceGlob(waiver.resource()), new PathPattern(path, inTree)),
        new Suppression(
            Suppression.Kind.POLICY, waiver.reason(), waiver.since(), waiver.until(), waiver.at()));
  }

  private void add(String name, SuppressionRule.Scope scope, Suppression suppression) {
    RuleInfo rule = rules.get(name);
    Span at = suppression.at();
    LocalDate since = suppression.since();
    LocalDate until = suppression.until();
    if (rule == null) {
      wrong(at, "unknown rule '" + name + "'" + Nearest.hint(name, rules.keySet()));
    } else if (rule.id().startsWith(INPUT) && !isAboutPath(rule, scope)) {
      wrong(at, rule.id() + " is about the input and cannot be suppressed here");
    } else if (suppression.reason().isBlank()) {
      wrong(at, "the suppression of " + rule.id() + " has no reason");
    } else if (since != null && since.isAfter(terms.today())) {
      wrong(
          at,
          "the suppression of " + rule.id() + " is dated " + since + ", which is in the future");
    } else if (until == null && terms.needExpiry()) {
      wrong(
          at,
          "the suppression of "
              + rule.id()
              + " has no expiry date, but the policy requires one (until)");
    } else if (until != null && until.isBefore(terms.today())) {
      wrong(
          at,
          "the suppression of " + rule.id() + " ended on " + until + ": " + suppression.reason());
    } else {
      inForce.add(new SuppressionRule(rule, scope, suppression));
    }
  }

  /** What could not be analysed can be accepted for a path that the policy names. */
  private static boolean isAboutPath(RuleInfo rule, SuppressionRule.Scope scope) {
    return scope instanceof SuppressionRule.Named named
        && named.path().isGiven()
        && (rule.id().equals(Problem.UNREADABLE) || rule.id().equals(Problem.NOT_AVAILABLE));
  }

  private void wrong(Span at, String message) {
    problems.add(Problem.invalidWaiver(at, message));
  }

  /** Null for none, and for what is no date, which is said. */
  private @Nullable LocalDate date(@Nullable String text, Span at) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      wrong(at, "'" + text + "' is not a date; write it like 2027-03-31");
      return null;
    }
  }
}
