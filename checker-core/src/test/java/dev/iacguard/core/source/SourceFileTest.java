package dev.iacguard.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {
  private final SourceFile file = new SourceFile("main.tf", "text");

  @Test
  void whatIsInUseIsRecalled() {
    StringBuilder made = file.recall(StringBuilder.class, () -> new StringBuilder("first"));

    assertThat(file.recall(StringBuilder.class, () -> new StringBuilder("second"))).isSameAs(made);
  }

  @Test
  void anotherKindIsMadeAnew() {
    StringBuilder made = file.recall(StringBuilder.class, StringBuilder::new);

    assertThat(file.recall(String.class, () -> "made")).isEqualTo("made");
    assertThat(file.recall(StringBuilder.class, StringBuilder::new)).isNotSameAs(made);
  }

  @Test
  void anotherFileHasItsOwn() {
    StringBuilder made = file.recall(StringBuilder.class, StringBuilder::new);

    assertThat(file.withText("text").recall(StringBuilder.class, StringBuilder::new))
        .isNotSameAs(made);
  }
}
