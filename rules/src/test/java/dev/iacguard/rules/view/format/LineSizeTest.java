package dev.iacguard.rules.view.format;

import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSizeTest {
  /** An event has 26 bytes of its own, a request id 36, a status 3. */
  @ParameterizedTest
  @CsvSource({
    "'', 26",
    "abc, 29",
    "é, 28",
    "$context.status, 29",
    "$context.requestId $context.status, 66",
    "$context.status$context.status, 32",
    "$context.nobody.knows, 46",
    "$context., 35"
  })
  void textAndValuesAreAddedUp(String format, int bytes) {
    assertThat(LineSize.of((Value.Text) text(format)).bytes()).isEqualTo(bytes);
  }

  @Test
  void anUnknownPieceIsShort() {
    assertThat(LineSize.of((Value.Text) join("a", input("var.b"))).bytes()).isEqualTo(47);
  }

  @Test
  void theCostliestFieldComesFirst() {
    Value.Text format =
        (Value.Text) text("$context.status $context.requestId $context.status $context.path");
    assertThat(LineSize.of(format).fields())
        .containsExactly(
            new LineSize.Field("$context.requestId", 36),
            new LineSize.Field("$context.path", 30),
            new LineSize.Field("$context.status", 6));
  }
}
