package dev.iacguard.rules.view.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where pieces of a format are written, in the syntaxes that a format is written in. */
class WrittenFormatTest {
  private static Origin origin(String written) {
    return Origin.at(
        new SourceFile("main.tf", "format = " + written + "\n").span(9, 9 + written.length()));
  }

  private static String place(Span span) {
    return span.from().line() + ":" + span.from().column() + " " + span.text();
  }

  static Stream<Arguments> mistakes() {
    String members = "{\"a\": \"$context.status\",}";
    return Stream.of(
        Arguments.of("\"{\\\"a\\\": \\\"$context.status\\\",}\"", members, "1:38 ,"),
        Arguments.of("'{\"a\": \"$context.status\",}'", members, "1:34 ,"),
        Arguments.of(
            "<<-EOF\n    {\n      \"a\": \"$context.status\",\n    }\n  EOF",
            "{\n  \"a\": \"$context.status\",\n}\n",
            "3:29 ,"),
        Arguments.of(
            ">-\n  {\"a\":\n   \"$context.status\"\n   \"b\": $context.stage}",
            "{\"a\": \"$context.status\" \"b\": $context.stage}",
            "4:4 \""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsAtItsCharacter(String written, String format, String place) {
    JsonMistake mistake = Objects.requireNonNull(lines(format).mistake());
    assertThat(place(new WrittenFormat(origin(written)).character(format, mistake.offset())))
        .isEqualTo(place);
  }

  private static JsonLines lines(String format) {
    return new JsonLines(Value.Text.of(format, origin(format)));
  }

  @Test
  void aVariableIsWhereItStands() {
    WrittenFormat format = new WrittenFormat(origin("<<E\n$context.statusCode $context.status\nE"));
    assertThat(place(format.variable("$context.status"))).isEqualTo("2:21 $context.status");
    assertThat(place(format.variable("$context.statusCode"))).isEqualTo("2:1 $context.statusCode");
  }

  @Test
  void whatWasMadeOfOtherValuesIsOnlyKnownAsAWhole() {
    Origin made = origin("jsonencode({ a = \"$context.status\" })");
    assertThat(new WrittenFormat(made).character("{\"a\":\"$context.status\"", 3))
        .isEqualTo(made.at());
    Origin used = origin("var.format").through(origin("x").at(), "var.format");
    assertThat(new WrittenFormat(used).variable("$context.status")).isEqualTo(used.at());
    assertThat(new WrittenFormat(origin("$context.a").asSensitive()).variable("$context.a").text())
        .isEqualTo("$context.a");
    assertThat(new WrittenFormat(origin("\"a\"")).character("a", -1).text()).isEqualTo("\"a\"");
    assertThat(new WrittenFormat(origin("\"a\"")).variable("$context.b").text()).isEqualTo("\"a\"");
  }
}
