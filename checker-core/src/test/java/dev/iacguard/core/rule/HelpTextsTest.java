package dev.iacguard.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTextsTest {
  private final HelpTexts helps = new HelpTexts();

  @Test
  void oneHelpForAllNeedsNoNames() {
    helps.add("add a", subject("one", "HTTP"));
    helps.add("add a", subject("two", "WEBSOCKET"));
    helps.add("", subject("three", "REST"));

    assertThat(helps.texts()).containsExactly("add a");
  }

  @Test
  void helpsOfKindsNameTheKind() {
    helps.add("add a", subject("one", "HTTP"));
    helps.add("add b", subject("two", "WEBSOCKET"));
    helps.add("add a", subject("three", "HTTP"));

    assertThat(helps.texts()).containsExactly("add a (HTTP)", "add b (WEBSOCKET)");
  }

  @Test
  void helpsWithinAKindNameTheSubject() {
    helps.add("add a", subject("one", "HTTP"));
    helps.add("add a", subject("two", "HTTP"));
    helps.add("add b", subject("three", "HTTP"));

    assertThat(helps.texts()).containsExactly("add a (one and 1 more)", "add b (three)");
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
