package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Places new lines in a body of a file as {@code terraform fmt} would. */
record Layout(SourceFile file, Body body) {
  private static final String STEP = "  ";

  /** The white space in front of the line that the body starts on. */
  String outerIndent() {
    return indentAt(body.start());
  }

  /** The white space in front of an attribute of the body. */
  String indent() {
    for (BodyItem item : body.items()) {
      if (startsLine(item)) {
        return indentAt(item.start());
      }
    }
    return outerIndent() + STEP;
  }

  private boolean startsLine(BodyItem item) {
    String before = file.text().substring(file.lineStart(item.start()), item.start());
    return before.isBlank();
  }

  private String indentAt(int offset) {
    int from = file.lineStart(offset);
    int to = from;
    while (to < offset && (file.text().charAt(to) == ' ' || file.text().charAt(to) == '\t')) {
      to++;
    }
    return file.text().substring(from, to);
  }

  private boolean isOneLine() {
    return file.lineStart(body.start()) == file.lineStart(body.end() - 1);
  }

  /**
   * Adds lines at the end of the body, behind an empty line.
   *
   * @param lines with their indent and line ends
   */
  EditResult addParagraph(String lines) {
    if (isOneLine()) {
      return addToOneLine(lines);
    }
    return EditResult.of(atEnd((body.items().isEmpty() ? "" : "\n") + lines));
  }

  /**
   * Adds an attribute whose value is on one line, in the column of the attributes above it.
   *
   * @param value as it is written
   */
  EditResult addAttribute(String name, String value) {
    List<BodyItem.Attribute> run = isOneLine() ? List.of() : lastRun();
    if (run.isEmpty()) {
      return addParagraph(indent() + name + " = " + value + "\n");
    }
    int widest = run.stream().mapToInt(attribute -> attribute.name().length()).max().orElse(0);
    int width = Math.max(widest, name.length());
    List<Edit> edits = new ArrayList<>();
    for (BodyItem.Attribute attribute : run) {
      int missing = width - widest;
      if (missing > 0) {
        int behind = attribute.start() + attribute.name().length();
        edits.add(Edit.insert(file, behind, " ".repeat(missing)));
      }
    }
    BodyItem.Attribute last = run.get(run.size() - 1);
    String line = indent() + name + " ".repeat(width - name.length()) + " = " + value;
    edits.add(Edit.insert(file, file.lineEnd(last.end()), "\n" + line));
    return new EditResult.Edits(List.copyOf(edits));
  }

  /** The attributes on the last lines of the body, each on one line and without gaps. */
  private List<BodyItem.Attribute> lastRun() {
    List<BodyItem.Attribute> run = new ArrayList<>();
    List<BodyItem> items = body.items();
    for (int i = items.size() - 1; i >= 0; i--) {
      if (!(items.get(i) instanceof BodyItem.Attribute attribute)
          || !startsLine(attribute)
          || file.lineAt(attribute.start()) != file.lineAt(attribute.end())
          || (!run.isEmpty()
              && file.lineAt(attribute.start()) + 1 != file.lineAt(run.getLast().start()))) {
        break;
      }
      run.add(attribute);
    }
    Collections.reverse(run);
    return run;
  }

  /** In front of the closing brace, which stands on a line of its own. */
  private Edit atEnd(String lines) {
    int brace = body.end() - 1;
    int start = file.lineStart(brace);
    boolean alone = file.text().substring(start, brace).isBlank();
    return alone
        ? Edit.insert(file, start, lines)
        : Edit.insert(file, brace, "\n" + lines + outerIndent());
  }

  /** Adds a block behind another one, with an empty line between them. */
  Edit behind(BodyItem item, String lines) {
    int end = file.lineEnd(item.end());
    return Edit.insert(file, end, "\n" + lines.stripTrailing());
  }

  /** {@code { a = 1 }} gets lines of its own; only the space inside the braces goes. */
  private EditResult addToOneLine(String lines) {
    if (body.items().isEmpty()) {
      return EditResult.of(
          Edit.replace(file, body.start() + 1, body.end() - 1, "\n" + lines + outerIndent()));
    }
    BodyItem first = body.items().get(0);
    BodyItem last = body.items().get(body.items().size() - 1);
    String opening = "\n" + indent();
    String closing = "\n\n" + lines + outerIndent();
    return EditResult.of(
        Edit.replace(file, body.start() + 1, first.start(), opening),
        Edit.replace(file, last.end(), body.end() - 1, closing));
  }
}
