package dev.iacguard.rules.view.format;

import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatTest {
  static Stream<Arguments> formats() {
    return Stream.of(
        row(text("$context.requestId"), "requestId"),
        row(text("$context.requestId."), "requestId"),
        row(text("${context.status} $context.path"), "path"),
        row(text("${context.status"), ""),
        row(text("$context.a $context.b $context.a"), "a b"),
        row(text("$$context.path"), "path"),
        row(text("$context.authorizer.claims.sub"), "authorizer.claims.sub"),
        row(text("$context.a-$context.b"), "a b"),
        row(text("$context. $context $contextual $input.body"), ""),
        row(text(""), ""),
        row(text("plain"), ""),
        row(join("$context.a ", input("x"), " $context.b"), "a b"),
        // A name that an unknown piece may go on is not known.
        row(join("$context.a$context.request", input("x"), "$context.b"), "a b"),
        row(join("${context.request", input("x"), "}"), ""),
        row(join("${context.a}", input("x")), ""),
        row(input("x"), ""),
        row(map("a", "$context.requestId"), ""));
  }

  private static Arguments row(Value format, String names) {
    List<String> variables =
        Stream.of(names.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> "$context." + name)
            .toList();
    return Arguments.of(format, variables);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void holdsVariables(Value format, List<String> variables) {
    assertThat(LogFormat.of(format, new Formats()).variables()).isEqualTo(variables);
  }

  @Test
  void aVariableInBracesMayOrMayNotBeRead() {
    LogFormat format = LogFormat.of(text("$context.requestId ${context.status}"), new Formats());
    assertThat(format.complete()).isFalse();
    assertThat(format.uncertainties())
        .singleElement()
        .satisfies(
            uncertainty -> assertThat(uncertainty.reason()).contains("not a documented form"));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(text(" {\"id\":\"$context.requestId\"}\n"), LogFormat.Kind.JSON),
        Arguments.of(text("<request id=\"$context.requestId\"/>"), LogFormat.Kind.XML),
        Arguments.of(
            text("$context.identity.sourceIp [$context.requestTime] $context.status"),
            LogFormat.Kind.CLF),
        Arguments.of(text("$context.requestId,$context.status"), LogFormat.Kind.CSV),
        Arguments.of(text("$context.requestId $context.status"), LogFormat.Kind.OTHER),
        Arguments.of(text("$context.requestId"), LogFormat.Kind.OTHER),
        Arguments.of(join("{\"a\":\"", input("x"), "\"}"), LogFormat.Kind.JSON),
        Arguments.of(join(input("x"), "}"), LogFormat.Kind.UNKNOWN),
        Arguments.of(input("x"), LogFormat.Kind.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isOfAKind(Value format, LogFormat.Kind kind) {
    assertThat(LogFormat.of(format, new Formats()).kind()).isEqualTo(kind);
  }

  @Test
  void isCompleteOnlyWithoutUnknownPieces() {
    assertThat(LogFormat.of(text("$context.requestId"), new Formats()).complete()).isTrue();
    LogFormat partly = LogFormat.of(join("$context.requestId ", input("var.more")), new Formats());
    assertThat(partly.complete()).isFalse();
    assertThat(partly.uncertainties())
        .singleElement()
        .extracting(Uncertainty::reason)
        .asString()
        .contains("var.more");
  }
}
