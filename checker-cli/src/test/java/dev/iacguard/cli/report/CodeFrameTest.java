package dev.iacguard.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  @Test
  void marksThePartOfTheLine() {
    assertThat(frame("one\ntwo = 3\n", "two")).isEqualTo(new CodeFrame(2, "two = 3", 0, 3));
    assertThat(frame("one\ntwo = 3\n", "3")).isEqualTo(new CodeFrame(2, "two = 3", 6, 1));
  }

  @Test
  void tabsBecomeSpacesUpToTheNextStop() {
    assertThat(frame("\ta\tb", "b")).isEqualTo(new CodeFrame(1, "    a   b", 8, 1));
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(frame("名前 = x", "x")).isEqualTo(new CodeFrame(1, "名前 = x", 7, 1));
    assertThat(frame("a = 名前", "名前")).isEqualTo(new CodeFrame(1, "a = 名前", 4, 4));
    assertThat(frame("e\u0301 = x", "x")).isEqualTo(new CodeFrame(1, "e\u0301 = x", 4, 1));
    assertThat(frame("😀 = x", "x")).isEqualTo(new CodeFrame(1, "😀 = x", 5, 1));
  }

  @Test
  void ofSeveralLinesTheFirstIsShown() {
    assertThat(frame("a {\r\n  b\r\n}\r\n", "{\r\n  b\r\n}"))
        .isEqualTo(new CodeFrame(1, "a {", 2, 1));
  }

  @Test
  void anEmptyPlaceGetsOneMark() {
    SourceFile file = new SourceFile("f", "ab\n");
    assertThat(CodeFrame.of(file.span(2, 2), 160)).isEqualTo(new CodeFrame(1, "ab", 2, 1));
    assertThat(CodeFrame.of(file.span(3, 3), 160)).isEqualTo(new CodeFrame(2, "", 0, 1));
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    CodeFrame frame = frame("x".repeat(5_000) + "HERE" + "y".repeat(5_000), "HERE");

    assertThat(frame.code()).hasSize(162).startsWith("…xxx").endsWith("yyy…");
    assertThat(frame.code().substring(frame.indent(), frame.indent() + frame.width()))
        .isEqualTo("HERE");
  }

  @Test
  void theMarkOfALongPlaceEndsWithTheLine() {
    CodeFrame frame = frame("a = " + "z".repeat(5_000), "z".repeat(5_000));

    assertThat(frame.indent() + frame.width()).isLessThanOrEqualTo(frame.code().length());
  }

  @Test
  void escapeSequencesAreShownAndNotSent() {
    assertThat(frame("a = \u001B[31m\u0007 # x", "a").code()).isEqualTo("a = ␛[31m␇ # x");
    assertThat(frame("a\u202Eb = 1", "1")).isEqualTo(new CodeFrame(1, "a\uFFFDb = 1", 6, 1));
  }

  private static CodeFrame frame(String text, String place) {
    return CodeFrame.of(Samples.find(new SourceFile("f", text), place), 160);
  }
}
