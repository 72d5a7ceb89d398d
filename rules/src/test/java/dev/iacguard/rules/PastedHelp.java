package dev.iacguard.rules;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A help that is one setting or tags beside others, and what a user does with it: paste it where
 * the finding points.
 */
record PastedHelp(String verb, String setting) {
  private static final Pattern HELP = Pattern.compile("(add|set) (\"?\\w+\"?(?: =|:) [^;]+)");
  private static final Pattern TAGS = Pattern.compile("add ([^;]*[\"}]) to (\\w+)");

  /** Null when the help asks for something else than one setting. */
  static @Nullable PastedHelp of(String help) {
    Matcher tags = TAGS.matcher(help);
    if (tags.matches()) {
      return new PastedHelp("beside", tags.group(1));
    }
    Matcher matcher = HELP.matcher(help);
    return matcher.matches() ? new PastedHelp(matcher.group(1), matcher.group(2)) : null;
  }

  /** The text of the file with the setting in it. */
  String into(Span at) {
    List<String> lines = new ArrayList<>(at.file().text().lines().toList());
    int line = at.line() - 1;
    if (verb.equals("beside")) {
      return besideTags(at);
    }
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

  /** First in the object or list of tags that the finding points to. */
  private String besideTags(Span at) {
    String text = at.file().text();
    String tags = at.text();
    char first = tags.charAt(0);
    if (first == '{' || first == '[') {
      String comma = tags.substring(1).isBlank() || tags.matches("[\\[{]\\s*[\\]}]") ? "" : ", ";
      return text.substring(0, at.start() + 1) + setting + comma + text.substring(at.start() + 1);
    }
    String indent = " ".repeat(at.from().column() - 1);
    String added =
        first == '-'
            ? "- " + setting.replace("}, {", "}\n" + indent + "- {")
            : setting.replace(", ", "\n" + indent);
    return text.substring(0, at.start()) + added + "\n" + indent + text.substring(at.start());
  }

  /** On the line itself, or behind the header that it is. */
  private void replaceIn(List<String> lines, int from) {
    boolean merged = setting.contains("= merge(");
    Pattern written =
        Pattern.compile("\"?" + name() + "\"?\\s*[=:]\\s*" + (merged ? "[^#]*" : "[^,}#]*"));
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

  static String indent(String line) {
    return " ".repeat(line.indexOf(line.strip()));
  }

  private static void insertBehind(List<String> lines, int line, String added) {
    lines.add(line + 1, added);
  }

  static int next(List<String> lines, int line, String text) {
    int next = line;
    while (!lines.get(next).contains(text)) {
      next++;
    }
    return next;
  }

  /** Into the properties of a resource in YAML, which may have none yet. */
  private void addProperty(List<String> lines, int header) {
    addProperty(lines, header, List.of(setting));
  }

  static void addProperty(List<String> lines, int header, List<String> setting) {
    String indent = indent(lines.get(header));
    int end = header + 1;
    while (end < lines.size() && lines.get(end).startsWith(indent + "  ")) {
      end++;
    }
    String key = indent + "  Properties:";
    for (int line = header; line < end; line++) {
      if (lines.get(line).equals(key)) {
        lines.addAll(line + 1, setting.stream().map(code -> indent + "    " + code).toList());
        return;
      }
      if (lines.get(line).startsWith(key + " {")) {
        lines.set(
            line,
            lines
                .get(line)
                .replaceFirst(
                    "\\{", Matcher.quoteReplacement("{" + String.join(" ", setting) + ", ")));
        return;
      }
    }
    lines.add(header + 1, key);
    lines.addAll(header + 2, setting.stream().map(code -> indent + "    " + code).toList());
  }
}
