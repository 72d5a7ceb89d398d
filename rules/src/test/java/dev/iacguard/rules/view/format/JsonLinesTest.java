package dev.iacguard.rules.view.format;

import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
  private static JsonLines lines(Value format) {
    return new JsonLines((Value.Text) format);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"a\":\"$context.requestId\"}', true",
        "'{\"a\":$context.requestId}', false",
        "'{\"a\":$context.status}', true",
        "'{\"a\":-$context.status}', true",
        "'{\"a\":\"$context.status\"}', true",
        "'{\"a\":$context.error.messageString}', true",
        "'{\"a\":\"$context.error.messageString\"}', false",
        "'{\"a\":\"$context.error.message\"}', true",
        "'{\"a\":$context.isCanaryRequest}', true",
        "'{\"a\":$context.authorizer.tenant}', true",
        "'{\"a\":$context.nobody.knows}', true",
        "'{\"a\":\"say \\\"$context.path\\\"\"}', true",
        "'{\"$context.stage\":1}', true",
        "'{\"a\":{\"b\":[$context.status]}}', true",
        "'[\"$context.requestId\"]', false",
        "'\"$context.requestId\"', false",
        "'{\"a\":1} {\"b\":2}', false",
        "'{\"a\":1', false",
        "'{}', true",
        "'', false"
      })
  void everyVariableIsReplacedByAValueOfItsKind(String format, boolean object) {
    assertThat(lines(text(format)).areObjects()).isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"a\":\"$context.error.messageString\"}', true, true",
        "'{\"a\":$context.requestId}', false, true",
        "'{\"a\":', false, false"
      })
  void saysWhatWouldMendIt(String format, boolean withoutQuotes, boolean withQuotes) {
    assertThat(lines(text(format)).areObjectsButForQuotes()).isEqualTo(withoutQuotes);
    assertThat(lines(text(format)).areObjectsButForMissingQuotes()).isEqualTo(withQuotes);
  }

  @Test
  void membersHoldTheirVariables() {
    assertThat(
            lines(
                    text(
                        "{\"id\":\"$context.requestId\",\"code\":$context.status,"
                            + "\"err\":$context.error.messageString,\"v\":2,"
                            + "\"in\":{\"ip\":\"$context.identity.sourceIp:x\"}}"))
                .members())
        .isEqualTo(
            Map.of(
                "id", "$context.requestId",
                "code", "$context.status",
                "err", "$context.error.messageString",
                "v", "2",
                "in.ip", "$context.identity.sourceIp:x"));
  }

  @Test
  void whatIsNotKnownOrNoObjectHasNoMember() {
    assertThat(lines(join("{\"a\":\"", input("var.x"), "\",\"b\":\"c\"}")).members())
        .isEqualTo(Map.of("b", "c"));
    assertThat(lines(text("$context.requestId")).members()).isEmpty();
  }
}
