package dev.iacguard.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

  @Test
  void breaksAtSpacesBelowTheText() {
    assertThat(Wrapping.of("one two three four", 12, 2, 4))
        .isEqualTo("one two\n    three\n    four");
    assertThat(Wrapping.of("one two", 9, 2, 4)).isEqualTo("one two");
  }

  @Test
  void leavesALongWordWhole() {
    assertThat(Wrapping.of("see infra/modules/api/main.tf:12 here", 20, 4, 4))
        .isEqualTo("see\n    infra/modules/api/main.tf:12\n    here");
  }

  @Test
  void countsWideCharactersTwice() {
    assertThat(Wrapping.of("名名名 名名名", 8, 0, 0)).isEqualTo("名名名\n名名名");
  }
}
