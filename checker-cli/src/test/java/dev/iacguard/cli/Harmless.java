package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What no report may hold: commands to a CI system, and characters that hide or turn around. */
public final class Harmless {
  private static final Pattern COMMAND =
      Pattern.compile(
          "##[A-Za-z]*\\[|(?im)^[\\s\\p{Z}]*::(?!(error|warning|notice) file=[^:,]*,line=\\d)"
              + "|(?i)section_(start|end):");
  private static final Pattern OWN_STYLE =
      Pattern.compile("\r\u001B\\[K|\u001B\\[[0-9;]*m|\u001B\\]8;;(file://[^\u001B]*)?\u001B\\\\");

  private Harmless() {}

  /** What a terminal gets, without colours, links and the clearing of a progress line. */
  public static String withoutOwnStyles(String text) {
    return OWN_STYLE.matcher(text).replaceAll("");
  }

  /** Fails with what is not harmless. */
  public static void require(String text) {
    assertThat(COMMAND.matcher(text).results().map(found -> around(text, found.start())))
        .as("commands")
        .isEmpty();
    assertThat(
            text.codePoints()
                .filter(c -> c != '\n' && c != '\t' && c != '\r' && isHidden(c))
                .mapToObj(Integer::toHexString)
                .distinct())
        .as("control, direction and invisible characters")
        .isEmpty();
    assertThat(text.replace("\r\n", "")).doesNotContain("\r");
  }

  private static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || "\u034F\u3164\uFFA0\u2800\u115F\u1160\uFE0F".indexOf(codePoint) >= 0
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }
}
