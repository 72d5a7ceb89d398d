package dev.iacguard.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTextsTest {
  private final HelpTexts helps = new HelpTexts();

  @Test
  void oneHelpForAllNeedsNoNames() {
    helps.add("add a", subject("one", "HTTP"));
    helps.add("add a", subject("two", "WEBSOCKET"));
    helps.add("", subject("three", "REST"));

    assertThat(helps.texts()).containsExactly("add a");
  }

  @ParameterizedTest
  @CsvSource({
    "WEBSOCKET, HTTP,      add a (HTTP),           add b (WEBSOCKET)",
    "HTTP,      HTTP,      add a (one and 1 more), add b (two)",
    "WEBSOCKET, REST,      add a (one and 1 more), add b (two)",
  })
  void helpsThatDifferNameTheKindOrElseTheSubject(
      String second, String third, String first, String other) {
    helps.add("add a", subject("one", "HTTP"));
    helps.add("add b", subject("two", second));
    helps.add("add a", subject("three", third));

    assertThat(helps.texts()).containsExactly(first, other);
  }

  @Test
  void manyHelpsAreCut() {
    for (int number = 0; number < 10; number++) {
      helps.add("add " + number, subject("stage " + number, "HTTP"));
    }

    assertThat(helps.texts()).hasSize(3).last().isEqualTo("add 2 (stage 2)");
  }

  private static Subject subject(String id, String detail) {
    return new Subject("stage", id, detail, "stack", List.of());
  }
}
