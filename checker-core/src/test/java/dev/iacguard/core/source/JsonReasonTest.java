package dev.iacguard.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonReasonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\": {\"b\": 1", "[1, [2", "{\"a\" 1}", "\"a", "[1,]", "{'a': 1}", "}"})
  void isOneLineWithoutPlaces(String text) {
    JacksonException failure =
        catchThrowableOfType(JacksonException.class, () -> readToTheEnd(text));
    assertThat(JsonReason.of(failure))
        .isNotBlank()
        .doesNotContain("\n")
        .doesNotContain("Source")
        .doesNotContain("marker at");
  }

  private static void readToTheEnd(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        parser.currentToken();
      }
    }
  }
}
