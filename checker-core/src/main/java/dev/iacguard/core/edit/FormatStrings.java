package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds members to an access log format that is one string of a file, JSON or YAML, spaced like
 * those that are there.
 */
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
    String before = written.substring(0, brace).stripTrailing();
    Spacing spacing = Spacing.of(before);
    List<String> members = new ArrayList<>();
    it.members()
        .forEach(
            (key, value) ->
                members.add(Syntax.JSON.quoted(key) + spacing.colon + Syntax.JSON.quoted(value)));
    String inner = String.join("," + spacing.comma, members);
    String comma = before.endsWith("{") ? "" : "," + spacing.comma;
    String text = comma + (isDoubleQuoted(written) ? inner.replace("\"", "\\\"") : inner);
    return EditResult.of(Edit.insert(file, at.start() + before.length(), text));
  }

  /**
   * How the members of an object are written.
   *
   * @param comma the white space behind a comma
   * @param colon with the white space around it
   */
  private record Spacing(String comma, String colon) {
    private static final Pattern MEMBER =
        Pattern.compile("([{,])(\\s*)\\\\?\"[A-Za-z0-9_.$-]+\\\\?\"(\\s*:\\s*)");

    /** That of the last member. A first one may be on the line of the brace. */
    static Spacing of(String object) {
      Spacing last = new Spacing("", ":");
      Matcher members = MEMBER.matcher(object.replace("\r\n", "\n"));
      while (members.find()) {
        String colon = members.group(3);
        String space = members.group(2);
        boolean alone = members.group(1).equals("{") && !space.contains("\n");
        last = new Spacing(alone ? colon.substring(colon.indexOf(':') + 1) : space, colon);
      }
      return last;
    }
  }

  /** A tag may stand in front of the quotation mark. */
  private static boolean isDoubleQuoted(String written) {
    String text = written.startsWith("!") ? written.substring(written.indexOf(' ') + 1) : written;
    return text.stripLeading().startsWith("\"");
  }
}
