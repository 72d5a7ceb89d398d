package dev.iacguard.rules;

import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a user does with an example: paste each part where it belongs. */
final class PastedExample {
  private final Finding finding;
  private final Example example;
  private final boolean replaces;

  /**
   * @param replaces whether the example is the whole value that the finding points to
   */
  PastedExample(Finding finding, Example example, boolean replaces) {
    this.finding = finding;
    this.example = example;
    this.replaces = replaces;
  }

  /** The text of the file with the example in it. */
  String text() {
    Span at = finding.at();
    String text = at.file().text();
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (replaces) {
      String indent = PastedHelp.indent(lines.get(at.line() - 1));
      String value = example.here().replace("\n", "\n" + indent);
      boolean template = at.path().endsWith(".yaml") && text.charAt(at.start() - 1) == '\n';
      String from = template ? text.substring(0, at.start() - 1) : text.substring(0, at.start());
      return from + value + text.substring(at.end());
    }
    if (!example.here().isEmpty()) {
      addToResource(lines, at);
    }
    // The stage of a deployment becomes a resource of its own.
    if (finding.help().startsWith("remove stage_name")) {
      int line = at.line();
      while (!lines.get(line).strip().startsWith("stage_name")) {
        line++;
      }
      lines.remove(line);
    }
    if (!example.beside().isEmpty()) {
      addBeside(lines, at.path());
    }
    return String.join("\n", lines) + "\n";
  }

  private void addToResource(List<String> lines, Span at) {
    List<String> code = example.here().lines().toList();
    int header = at.line() - 1;
    if (at.path().endsWith(".tf")) {
      lines.addAll(header + 1, code.stream().map(line -> "  " + line).toList());
    } else if (at.path().endsWith(".json")) {
      int properties = PastedHelp.next(lines, header, "\"Properties\": {");
      lines.set(
          properties,
          lines
              .get(properties)
              .replace("\"Properties\": {", "\"Properties\": {" + example.here() + ","));
    } else {
      PastedHelp.addProperty(lines, header, code);
    }
  }

  private void addBeside(List<String> lines, String path) {
    List<String> code = example.beside().lines().toList();
    if (path.endsWith(".tf")) {
      lines.add("");
      lines.addAll(code);
      return;
    }
    boolean json = path.endsWith(".json");
    int resources = PastedHelp.next(lines, 0, json ? "\"Resources\": {" : "Resources:");
    String all = code.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    lines.add(resources + 1, json ? all + "," : all);
  }
}
