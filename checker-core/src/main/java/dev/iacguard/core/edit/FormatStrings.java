package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;

/** Adds members to an access log format that is one string of a file, JSON or YAML. */
public final class FormatStrings {
  private FormatStrings() {}

  /**
   * @param at the string with its quotes
   */
  public static EditResult extend(Span at, Intention.ExtendText it) {
    SourceFile file = at.file();
    String written = at.text();
    if (it.separator() != null) {
      String words = it.separator() + String.join(it.separator(), it.members().values());
      int closing = written.endsWith("\"") || written.endsWith("'") ? 1 : 0;
      return EditResult.of(Edit.insert(file, at.end() - closing, words));
    }
    int brace = written.lastIndexOf('}');
    if (brace < 0) {
      return EditResult.impossible("the format at " + at + " does not end an object");
    }
    String members = JsonTerms.object(it.members());
    String inner = members.substring(1, members.length() - 1);
    String before = written.substring(0, brace).stripTrailing();
    String comma = before.endsWith("{") ? "" : ",";
    String text = isDoubleQuoted(written) ? inner.replace("\"", "\\\"") : inner;
    return EditResult.of(Edit.insert(file, at.start() + before.length(), comma + text));
  }

  /** A tag may stand in front of the quotation mark. */
  private static boolean isDoubleQuoted(String written) {
    String text = written.startsWith("!") ? written.substring(written.indexOf(' ') + 1) : written;
    return text.stripLeading().startsWith("\"");
  }
}
