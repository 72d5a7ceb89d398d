package dev.iacguard.core.rule.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a rule says in each scenario, made into one verdict. */
class RuleEvaluatorTest {
  private static final Span HERE = new Span(new SourceFile("t.yaml", "x"), 0, 1);
  private static final Subject STAGE = new Subject("stage", "Stage", "REST", "t", List.of());
  private static final RuleInfo RULE = new RuleInfo("IG999", "name", "title", Severity.ERROR);

  private static Verdict judge(Function<Scenario, Outcome> question) {
    return RuleEvaluator.judge(new WorkBudget(), RULE, STAGE, HERE, question);
  }

  private static Finding finding(Verdict verdict) {
    return Objects.requireNonNull(verdict.finding());
  }

  private static Condition named(String name) {
    return new Condition.Named(name, new Condition.Flag(name));
  }

  private static Outcome failUnless(boolean good) {
    return good ? Outcome.pass() : Outcome.fail(Finding.of("bad", HERE));
  }

  private static List<Condition> conditions(int count) {
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(named("C" + i));
    }
    return all;
  }

  /** One word for each condition, or nothing where it does not hold. */
  private static Value.Text words(List<Condition> conditions) {
    Origin origin = Origin.at(HERE);
    List<TextPart> parts = new ArrayList<>();
    for (Condition condition : conditions) {
      Value word = Value.Text.of("<" + ((Condition.Named) condition).name() + ">", origin);
      parts.add(
          new TextPart.Hole(new Value.Choice(condition, word, Value.Text.of("", origin), origin)));
    }
    return new Value.Text(parts, origin);
  }

  private static boolean has(Value text, String word) {
    return ((Value.Text) text)
        .parts().stream()
            .anyMatch(
                part -> part instanceof TextPart.Literal known && known.text().contains(word));
  }

  private static boolean isWhole(Value text) {
    return ((Value.Text) text).known() != null;
  }

  @Test
  void failsWhenItFailsInEachScenario() {
    Verdict verdict =
        judge(scenario -> failUnless(scenario.holds(named("A")) && !scenario.holds(named("A"))));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAIL);
  }

  @Test
  void aScenarioWithoutTheSubjectDoesNotCount() {
    Verdict verdict =
        judge(
            scenario ->
                scenario.holds(named("Made")) ? failUnless(false) : Outcome.notApplicable());
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAIL);
  }

  @Test
  void isConditionalWhereTheCodeNamesTheCondition() {
    Verdict verdict = judge(scenario -> failUnless(scenario.holds(named("IsProd"))));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CONDITIONAL);
    assertThat(verdict.when()).isEqualTo("IsProd is false");
  }

  @Test
  void isUnknownWhereAnInputMerelyHasNoValue() {
    Verdict verdict = judge(scenario -> failUnless(scenario.holds(new Condition.Flag("var.on"))));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.when()).isEqualTo("var.on is false");
  }

  @Test
  void findsTheConditionThatDecidesAmongThirty() {
    List<Condition> all = conditions(30);
    Verdict verdict = judge(scenario -> failUnless(has(scenario.resolve(words(all)), "<C17>")));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CONDITIONAL);
    assertThat(verdict.when()).startsWith("C17 is false; there are more combinations");
  }

  @Test
  void passesWhenThirtyConditionsChangeNothing() {
    List<Condition> all = conditions(30);
    Verdict verdict =
        judge(
            scenario -> {
              scenario.resolve(words(all));
              return Outcome.pass();
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.PASS);
  }

  /** It is missing only where none of 30 conditions holds, a scenario that is not looked at. */
  @Test
  void neverPassesOnWorldsThatWereNotSeen() {
    List<Condition> all = conditions(30);
    Verdict verdict =
        judge(
            scenario -> {
              Value text = scenario.resolve(words(all));
              if (has(text, "<C")) {
                return Outcome.pass();
              }
              return isWhole(text)
                  ? failUnless(false)
                  : Outcome.unknown(Finding.of("not all of the text is known", HERE));
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(finding(verdict).message()).isEqualTo("not all of the text is known");
  }

  @Test
  void saysThatThereAreTooManyWorldsWhereNoneFails() {
    List<Condition> all = conditions(30);
    Verdict verdict =
        judge(scenario -> failUnless(all.stream().map(scenario::holds).toList().contains(true)));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(finding(verdict).message())
        .isEqualTo(
            "there are more combinations of open conditions than the 256 that are looked at");
    assertThat(finding(verdict).at()).isEqualTo(HERE);
  }

  @Test
  void doesNotFailOnWorldsThatWereNotSeen() {
    List<Condition> all = conditions(30);
    Verdict verdict =
        judge(scenario -> failUnless(all.stream().map(scenario::holds).toList().isEmpty()));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.when()).startsWith("perhaps always");
  }
}
