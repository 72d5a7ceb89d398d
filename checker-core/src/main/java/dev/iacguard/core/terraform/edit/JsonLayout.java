package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.JsonTerms;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to objects and lists of a JSON file in the way they are written. */
record JsonLayout(SourceFile file, JsonTerms terms) {
  /** Adds members at the end of an object. */
  Edit into(JsonNode.Obj object, Map<String, Term> entries) {
    if (object.members().isEmpty()) {
      Term inner = new Term.Block(new LinkedHashMap<>(entries));
      String text = terms.value(inner, lineIndent(object));
      return Edit.replace(file, object.start(), object.end(), text);
    }
    JsonNode.Member last = object.members().getLast();
    return behind(object, last, entries);
  }

  /** The white space in front of the line that an object starts on. */
  private String lineIndent(JsonNode.Obj object) {
    String line = file.text().substring(file.lineStart(object.start()), object.start());
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Adds members behind another one. */
  Edit behind(JsonNode.Obj object, JsonNode.Member member, Map<String, Term> entries) {
    JsonNode.Member first = object.members().getFirst();
    int end = member.value().end();
    if (file.lineAt(object.start()) == file.lineAt(first.nameStart())) {
      return Edit.member(file, end, terms.members(entries));
    }
    String indent = file.indent(first.nameStart());
    List<String> lines = new ArrayList<>();
    entries.forEach((key, term) -> lines.add(terms.lines(key, term, indent)));
    return Edit.insert(file, end, ",\n" + String.join(",\n", lines));
  }

  /** Adds an element at the end of a list. */
  Edit into(JsonNode.Array list, Term element) {
    if (list.elements().isEmpty()) {
      return Edit.replace(file, list.start(), list.end(), "[" + terms.inline(element) + "]");
    }
    JsonNode first = list.elements().getFirst();
    int end = list.elements().getLast().end();
    boolean oneLine = file.lineAt(list.start()) == file.lineAt(first.start());
    String text = terms.inline(element);
    return oneLine
        ? Edit.member(file, end, text)
        : Edit.insert(file, end, ",\n" + file.indent(first.start()) + text);
  }
}
