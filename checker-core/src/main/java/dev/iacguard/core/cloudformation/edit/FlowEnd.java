package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.source.SourceFile;
import java.util.List;

/**
 * The end of the last entry between braces or brackets. A comma may follow, and a comment, which
 * stays in its line.
 *
 * @param end behind the value
 * @param comma the offset of the comma behind it; -1 without one
 */
record FlowEnd(SourceFile file, int end, int comma) {

  static FlowEnd of(SourceFile file, int end) {
    int at = end;
    while (at < file.text().length() && file.text().charAt(at) <= ' ') {
      at++;
    }
    boolean comma = at < file.text().length() && file.text().charAt(at) == ',';
    return new FlowEnd(file, end, comma ? at : -1);
  }

  /** Adds to the same line. */
  Edit onLine(String text) {
    return comma < 0 ? Edit.member(file, end, text) : Edit.insert(file, comma + 1, " " + text);
  }

  /** Adds lines without line ends. */
  Edit onLines(List<String> lines) {
    String added = "\n" + String.join(",\n", lines);
    int behind = comma < 0 ? end : comma + 1;
    int lineEnd = file.lineEnd(behind);
    String rest = file.text().substring(behind, lineEnd);
    boolean alone = rest.isBlank() || rest.stripLeading().startsWith("#");
    if (comma >= 0) {
      return Edit.insert(file, alone ? lineEnd : behind, added + (alone ? "," : ""));
    }
    return alone && !rest.isBlank()
        ? Edit.replace(file, end, lineEnd, "," + rest + added)
        : Edit.insert(file, end, "," + added);
  }
}
