package dev.iacguard.cli.report.sarif;

import java.util.regex.Pattern;

/** Escapes SARIF message texts, in which links and placeholders are syntax (SARIF 2.1.0, 3.11). */
final class SarifText {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  private SarifText() {}

  /** {@code [x](y)} as {@code \[x\](y)}, {@code {0}} as {@code {{0}}}. */
  static String escaped(String text) {
    if (text.indexOf('[') < 0 && text.indexOf('{') < 0) {
      return text;
    }
    String linkless = LINK.matcher(text).replaceAll("\\\\[$1\\\\](");
    return PLACEHOLDER.matcher(linkless).replaceAll("{{$1}}");
  }
}
