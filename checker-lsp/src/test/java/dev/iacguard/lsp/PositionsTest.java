package dev.iacguard.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions are lines and UTF-16 code units from 0, whatever is in front of them. */
class PositionsTest {
  @TempDir Path temporary;

  private static final String GROUP =
      "resource \"aws_cloudwatch_log_group\" \"log\" { /* 😀ü */ retention_in_days = 0 }";

  /** A stage that logs to the group, so that rules look at it. */
  private static final String REST =
      Texts.MAIN.substring(Texts.MAIN.indexOf("resource \"aws_apigatewayv2_api\""));

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\t", "\n# 😀\n", "\n\n"})
  void aPlaceIsWhereTheEditorHasIt(String between) throws IOException {
    check("locals {}" + between + GROUP.replace("; ", "\n") + "\n" + REST);
  }

  @Test
  void aByteOrderMarkIsCountedWhereTheEditorCountsIt() throws IOException {
    check("\uFEFF" + GROUP + "\n" + REST);
  }

  private void check(String text) throws IOException {
    String code = text.replace("{ /*", "{\n /*").replace("0 }", "0\n}");
    Path folder = temporary.toRealPath();
    Path main = folder.resolve("main.tf");
    Files.writeString(main, code);
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      Diagnostic found =
          editor.diagnostics(main).stream()
              .filter(each -> each.getCode().getLeft().equals("IG201"))
              .findFirst()
              .orElseThrow();
      int start = code.indexOf("= 0") + 2;
      assertThat(found.getRange().getStart()).isEqualTo(TextPositions.of(code, start));
      assertThat(TextPositions.offset(code, found.getRange().getEnd())).isEqualTo(start + 1);
    }
  }

  @Test
  void linesEndAsTheProtocolSays() {
    String text = "a\rb\r\nc\n😀d";
    assertThat(TextPositions.of(text, text.indexOf('b'))).isEqualTo(new Position(1, 0));
    assertThat(TextPositions.of(text, text.indexOf('c'))).isEqualTo(new Position(2, 0));
    assertThat(TextPositions.of(text, text.indexOf('d'))).isEqualTo(new Position(3, 2));
    for (int offset = 0; offset <= text.length(); offset++) {
      if (text.charAt(Math.max(0, offset - 1)) != '\r' || offset == 2) {
        assertThat(TextPositions.offset(text, TextPositions.of(text, offset)))
            .as("offset %d", offset)
            .isEqualTo(offset);
      }
    }
    assertThat(TextPositions.offset(text, new Position(0, 99))).isEqualTo(1);
    assertThat(TextPositions.offset(text, new Position(99, 0))).isEqualTo(text.length());
  }
}
