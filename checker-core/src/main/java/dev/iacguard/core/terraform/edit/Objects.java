package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds entries to an object, in the way it is written: on one line, or one entry a line. */
record Objects(SourceFile file, HclTerms terms) {

  EditResult add(Expression.Obj object, Map<String, Term> entries) {
    if (object.entries().isEmpty()) {
      String text = "{ " + inner(entries, terms) + " }";
      return EditResult.of(Edit.replace(file, object.start(), object.end(), text));
    }
    ObjectEntry last = object.entries().getLast();
    boolean oneLine = file.lineAt(object.start()) == file.lineAt(last.end());
    if (oneLine) {
      return EditResult.of(Edit.member(file, last.end(), inner(entries, terms)));
    }
    return new EditResult.Edits(lines(object, last, entries));
  }

  static String oneLine(Map<String, Term> entries, HclTerms terms) {
    return "{ " + inner(entries, terms) + " }";
  }

  private static String inner(Map<String, Term> entries, HclTerms terms) {
    List<String> texts = new ArrayList<>();
    entries.forEach((key, term) -> texts.add(Syntax.HCL.key(key) + " = " + terms.value(term, "")));
    return String.join(", ", texts);
  }

  /** New lines behind the last entry; the signs of its neighbours move with the longest key. */
  private List<Edit> lines(Expression.Obj object, ObjectEntry last, Map<String, Term> entries) {
    List<Edit> edits = new ArrayList<>();
    List<ObjectEntry> run = run(object);
    int column = run.isEmpty() ? 0 : width(run.getLast());
    int longest = column;
    for (String key : entries.keySet()) {
      longest = Math.max(longest, Syntax.HCL.key(key).length());
    }
    boolean aligned = run.stream().allMatch(this::isAligned);
    if (!run.isEmpty() && aligned && longest > column) {
      for (ObjectEntry entry : run) {
        edits.add(Edit.insert(file, entry.key().end(), " ".repeat(longest - column)));
      }
    }
    boolean separated = endsWithComma(last);
    String indent = file.indent(last.start());
    StringBuilder text = new StringBuilder();
    boolean commas = separated || usesCommas(object);
    for (Map.Entry<String, Term> entry : entries.entrySet()) {
      String key = Syntax.HCL.key(entry.getKey());
      text.append(commas && text.isEmpty() && !separated ? "," : "").append('\n').append(indent);
      text.append(key).append(" ".repeat(Math.max(0, aligned ? longest - key.length() : 0)));
      text.append(sign(last)).append(terms.value(entry.getValue(), indent));
      text.append(separated || commas ? "," : "");
    }
    String lines = text.toString();
    if (commas && !separated) {
      lines = lines.substring(0, lines.length() - 1);
    }
    edits.add(behind(separated ? comma(last) + 1 : last.end(), lines));
    return List.copyOf(edits);
  }

  /** Adds lines behind an entry. A comment in its line stays there. */
  private Edit behind(int end, String lines) {
    int lineEnd = file.lineEnd(end);
    String rest = file.text().substring(end, lineEnd);
    String comment = rest.stripLeading();
    if (!comment.startsWith("#") && !comment.startsWith("//")) {
      return Edit.insert(file, end, lines);
    }
    return lines.startsWith(",")
        ? Edit.replace(file, end, lineEnd, "," + rest + lines.substring(1))
        : Edit.insert(file, lineEnd, lines);
  }

  /** The entries on the last lines without a gap, each on one line. */
  private List<ObjectEntry> run(Expression.Obj object) {
    List<ObjectEntry> run = new ArrayList<>();
    List<ObjectEntry> entries = object.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      ObjectEntry entry = entries.get(i);
      boolean next =
          run.isEmpty() || file.lineAt(entry.start()) + 1 == file.lineAt(run.getFirst().start());
      if (!next
          || file.lineAt(entry.start()) != file.lineAt(entry.end())
          || file.lineAt(entry.start()) == file.lineAt(object.start())) {
        break;
      }
      run.addFirst(entry);
    }
    return run;
  }

  /** From the start of the key to the space in front of the sign. */
  private int width(ObjectEntry entry) {
    int at = entry.key().end();
    while (file.text().charAt(at) == ' ') {
      at++;
    }
    return at - 1 - entry.key().start();
  }

  /** Whether a space and an equals sign follow the key. */
  private boolean isAligned(ObjectEntry entry) {
    String between = file.text().substring(entry.key().end(), entry.value().start());
    return between.startsWith(" ") && between.strip().equals("=");
  }

  private String sign(ObjectEntry entry) {
    String between = file.text().substring(entry.key().end(), entry.value().start());
    return between.strip().equals(":") ? between.stripLeading() : " = ";
  }

  private boolean usesCommas(Expression.Obj object) {
    return object.entries().size() > 1 && endsWithComma(object.entries().getFirst());
  }

  private boolean endsWithComma(ObjectEntry entry) {
    return comma(entry) >= 0;
  }

  /** The offset of the comma right behind an entry; -1 without one. */
  private int comma(ObjectEntry entry) {
    String text = file.text();
    int at = entry.end();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ',' ? at : -1;
  }
}
