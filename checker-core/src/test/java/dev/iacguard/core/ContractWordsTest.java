package dev.iacguard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins the words that JSON reports, baselines and policies take from constants of this module. */
class ContractWordsTest {

  static Stream<Arguments> words() {
    return Stream.of(
        words(Verdict.Kind.values(), Verdict.Kind::label)
            .are("pass", "fail", "conditional", "unknown", "not-applicable"),
        words(Severity.values(), Severity::label).are("off", "note", "warning", "error"),
        // Policies name severities and verdicts by the constant itself.
        words(Severity.values(), Severity::name).are("OFF", "NOTE", "WARNING", "ERROR"),
        words(Verdict.Kind.values(), Verdict.Kind::name)
            .are("PASS", "FAIL", "CONDITIONAL", "UNKNOWN", "NOT_APPLICABLE"),
        words(BaselineState.values(), BaselineState::label).are("new", "worse", "known"),
        words(Suppression.Kind.values(), Suppression.Kind::label).are("in-source", "policy"),
        words(Language.values(), Language::label)
            .are(
                "terraform",
                "terraform-plan",
                "terraform-state",
                "cloudformation",
                "sam",
                "deployed"));
  }

  private record Words(String type, List<String> found) {
    Arguments are(String... published) {
      return arguments(type, found, List.of(published));
    }
  }

  private static <E extends Enum<E>> Words words(E[] constants, Function<E, String> word) {
    return new Words(
        constants[0].getDeclaringClass().getName(), Arrays.stream(constants).map(word).toList());
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("words")
  void arePublished(String type, List<String> found, List<String> published) {
    assertThat(found)
        .as(
            "the words of %s are a contract: reports and policies hold them. Keep the spelling when"
                + " you rename a constant; when you add one, add its word here and to the schemas",
            type)
        .containsExactlyElementsOf(published);
  }
}
