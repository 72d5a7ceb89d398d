package dev.iacguard.rules.policy;

import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.iacguard.core.model.Value;
import dev.iacguard.rules.policy.Glob.Match;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  /** {@code ?} stands for an unknown piece. */
  @ParameterizedTest
  @CsvSource({
    "abc, abc, YES",
    "abc, abd, NO",
    "abc, ab, NO",
    "ab, abc, NO",
    "*, '', YES",
    "'', '', YES",
    "'', a, NO",
    "a*c, abbc, YES",
    "a*c, abbd, NO",
    "**, anything, YES",
    "*:role/logs, arn:aws:iam::1:role/logs, YES",
    "*:role/logs, arn:aws:iam::?:role/logs, YES",
    "arn:aws:iam::1:role/logs, arn:aws:iam::?:role/logs, PERHAPS",
    "arn:aws:iam::*:role/logs, arn:aws:iam::?:role/logs, YES",
    "arn:aws:iam::1:role/logs, arn:aws:iam::?:role/other, NO",
    "abc, ?, PERHAPS",
    "*, ?, YES",
    "a*, ?b, PERHAPS",
    "*x, ?b, NO",
    "ab, a?b, PERHAPS",
  })
  void matches(String pattern, String text, Match expected) {
    assertThat(Glob.match(pattern, value(text))).isEqualTo(expected);
  }

  private static Value.Text value(String text) {
    int hole = text.indexOf('?');
    return (Value.Text)
        (hole < 0
            ? join(text)
            : join(text.substring(0, hole), input("x"), text.substring(hole + 1)));
  }

  /** What is longer than 2048 characters is not compared. */
  @ParameterizedTest
  @CsvSource({"2048, 2048, YES", "2049, 2048, PERHAPS", "2048, 2049, PERHAPS"})
  void longTextsAreNotCompared(int pattern, int text, Match expected) {
    assertThat(Glob.match("*".repeat(pattern), value("a".repeat(text)))).isEqualTo(expected);
  }

  @Test
  void isQuickWhateverThePattern() {
    String pattern = "*a".repeat(1_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Glob.match(pattern, value("a".repeat(2_000) + "b")));
    assertThat(Glob.match("*", value("a".repeat(10_000)))).isEqualTo(Match.PERHAPS);
  }
}
