package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.iacguard.rules.custom.Target;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins the words that JSON reports, policies and custom rules take from constants. */
class ContractWordsTest {
  private static final String CONTRACT =
      "the words of %s are a contract: reports and policies hold them. Keep the spelling when you"
          + " rename a constant; when you add one, add its word here and to the schemas";

  static Stream<Arguments> names() {
    return Stream.of(
        // "api" of stages and formats, "api" in custom rules.
        names(ApiKind.values(), "REST", "HTTP", "WEBSOCKET", "UNKNOWN"),
        // "kind" of formats, "formatKind" in custom rules, in lower case.
        names(LogFormat.Kind.values(), "JSON", "CLF", "CSV", "XML", "OTHER", "UNKNOWN"),
        // tags.stack-tags, logging-role.owner and alarms.on of policies, in kebab case.
        names(Policy.StackTags.values(), "NONE", "UNKNOWN"),
        names(Policy.RoleOwner.values(), "STACK", "ELSEWHERE", "EITHER"),
        names(Policy.AlarmsOn.values(), "ANY", "CLIENT_ERRORS", "SERVER_ERRORS", "BOTH"),
        // The columns of the table of variables.
        names(
            ContextVariable.Acceptance.values(), "FILLED", "TAKEN", "EMPTY", "DOUBTFUL", "REFUSED"),
        names(ContextVariable.Kind.values(), "TEXT", "NUMBER", "ANY", "QUOTED"),
        names(ContextVariable.Sensitivity.values(), "NONE", "SECRET", "PERSONAL", "BULKY"));
  }

  private static <E extends Enum<E>> Arguments names(E[] constants, String... published) {
    return arguments(
        constants[0].getDeclaringClass().getName(),
        Arrays.stream(constants).map(Enum::name).toList(),
        List.of(published));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void arePublished(String type, List<String> found, List<String> published) {
    assertThat(found).as(CONTRACT, type).containsExactlyElementsOf(published);
  }

  @Test
  void subjectsOfCustomRulesArePublished() {
    assertThat(Target.words())
        .as(CONTRACT, Target.Kind.class.getName())
        .containsExactly("stage", "log-group", "role", "stack", "resource(\"TYPE\")");
  }
}
