package dev.iacguard.rules;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A help that is one setting, and what a user does with it: paste it where the finding points. */
record PastedHelp(String verb, String setting) {
  private static final Pattern HELP = Pattern.compile("(add|set) (\"?\\w+\"?(?: =|:) [^;]+)");

  /** Null when the help asks for something else than one setting. */
  static @Nullable PastedHelp of(String help) {
    Matcher matcher = HELP.matcher(help);
    return matcher.matches() ? new PastedHelp(matcher.group(1), matcher.group(2)) : null;
  }

  /** The text of the file with the setting in it. */
  String into(Span at) {
    List<String> lines = new ArrayList<>(at.file().text().lines().toList());
    int line = at.line() - 1;
    if (verb.equals("set")) {
      replaceIn(lines, line);
    } else if (name().equals("DeletionPolicy")) {
      boolean json = at.path().endsWith(".json");
      insertBehind(lines, line, json ? setting + ',' : indent(lines.get(line)) + "  " + setting);
    } else if (at.path().endsWith(".json")) {
      boolean template = !at.path().endsWith(".tf.json");
      insertBehind(lines, template ? next(lines, line, "\"Properties\": {") : line, setting + ',');
    } else if (at.path().endsWith(".tf")) {
      insertBehind(lines, line, setting);
    } else {
      addProperty(lines, line);
    }
    return String.join("\n", lines) + '\n';
  }

  /** On the line itself, or behind the header that it is. */
  private void replaceIn(List<String> lines, int from) {
    Pattern written = Pattern.compile("\"?" + name() + "\"?\\s*[=:]\\s*[^,}#]*");
    int line = from;
    while (!written.matcher(lines.get(line)).find()) {
      line++;
    }
    String replacement = Matcher.quoteReplacement(setting + ' ');
    lines.set(line, written.matcher(lines.get(line)).replaceFirst(replacement));
  }

  /** As it is written, in JSON with its quotes. */
  private String name() {
    return setting.split("[ :]", 2)[0].replace("\"", "");
  }

  private static String indent(String line) {
    return " ".repeat(line.indexOf(line.strip()));
  }

  private static void insertBehind(List<String> lines, int line, String added) {
    lines.add(line + 1, added);
  }

  private static int next(List<String> lines, int line, String text) {
    int next = line;
    while (!lines.get(next).contains(text)) {
      next++;
    }
    return next;
  }

  /** Into the properties of a resource in YAML, which may have none yet. */
  private void addProperty(List<String> lines, int header) {
    String indent = indent(lines.get(header));
    int end = header + 1;
    while (end < lines.size() && lines.get(end).startsWith(indent + "  ")) {
      end++;
    }
    String key = indent + "  Properties:";
    for (int line = header; line < end; line++) {
      if (lines.get(line).equals(key)) {
        lines.add(line + 1, indent + "    " + setting);
        return;
      }
      if (lines.get(line).startsWith(key + " {")) {
        lines.set(
            line,
            lines.get(line).replaceFirst("\\{", Matcher.quoteReplacement("{" + setting + ", ")));
        return;
      }
    }
    lines.addAll(header + 1, List.of(key, indent + "    " + setting));
  }
}
