package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to mappings and items to lists, in the way they are written. A comment behind a
 * value stays with it.
 */
record Insertion(SourceFile file, TemplateTerms terms) {
  private static final String RESOURCES = "Resources";

  /**
   * Sets what a path leads to, from a mapping inwards: adds what is missing, replaces a literal.
   */
  EditResult set(Node.Mapping mapping, List<String> path, Term value) {
    String name = path.getFirst();
    Node.@Nullable Entry present = mapping.entry(name);
    if (present == null) {
      Term whole = path.size() == 1 ? value : Term.nested(path.subList(1, path.size()), value);
      return into(mapping, Map.of(name, whole));
    }
    if (path.size() > 1) {
      return present.value() instanceof Node.Mapping inner && Call.of(inner) == null
          ? set(inner, path.subList(1, path.size()), value)
          : EditResult.impossible(name + " is computed");
    }
    return replacing(present.value(), value, name);
  }

  /**
   * Sets what a path leads to, from the root of a template inwards. A new section is before the
   * resources.
   */
  EditResult setInTemplate(Node.Mapping root, List<String> path, Term value) {
    Node.@Nullable Entry before = null;
    for (Node.Entry entry : root.entries()) {
      if (entry.key().equals(RESOURCES)) {
        break;
      }
      before = isWithin(root, entry) ? entry : before;
    }
    String section = path.getFirst();
    return before == null || path.size() == 1 || root.entry(section) != null
        ? set(root, path, value)
        : behind(root, before, section, Term.nested(path.subList(1, path.size()), value));
  }

  /**
   * Replaces a literal.
   *
   * @param name what messages call it
   */
  EditResult replacing(Node present, Term value, String name) {
    return present instanceof Node.Scalar
        ? EditResult.of(
            Edit.replace(file, present.span().start(), present.span().end(), terms.inline(value)))
        : EditResult.impossible(name + " is computed");
  }

  /** Adds entries at the end of a mapping. */
  EditResult into(Node.Mapping mapping, Map<String, Term> entries) {
    if (mapping.entries().isEmpty()) {
      return intoEmpty(mapping, entries);
    }
    List<Node.Entry> own =
        mapping.entries().stream().filter(each -> isWithin(mapping, each)).toList();
    if (own.isEmpty()) {
      return EditResult.impossible(
          "all that is at " + mapping.span() + " is merged from an anchor; write it out by hand");
    }
    Node.Entry first = own.getFirst();
    int end = end(own.getLast());
    boolean braces = startsWith(mapping.span(), '{');
    if (braces && (file.lineAt(mapping.span().start()) == file.lineAt(first.keySpan().start()))) {
      return EditResult.of(FlowEnd.of(file, end).onLine(terms.members(entries)));
    }
    String indent = file.indent(first.keySpan().start());
    List<String> lines = new ArrayList<>();
    entries.forEach(
        (key, term) ->
            lines.add(
                braces ? terms.flowLines(key, term, indent) : terms.lines(key, term, indent)));
    return braces
        ? EditResult.of(FlowEnd.of(file, end).onLines(lines))
        : EditResult.of(Edit.insert(file, file.lineEnd(end), "\n" + String.join("\n", lines)));
  }

  private EditResult intoEmpty(Node.Mapping mapping, Map<String, Term> entries) {
    return startsWith(mapping.span(), '{')
        ? EditResult.of(
            Edit.replace(
                file,
                opening(mapping.span()),
                mapping.span().end(),
                "{" + terms.members(entries) + "}"))
        : EditResult.impossible("there is an empty mapping at " + mapping.span());
  }

  /** Adds items at the end of a list. */
  EditResult into(Node.Sequence list, List<Term> items) {
    if (list.items().isEmpty()) {
      String text = "[" + inline(items) + "]";
      return EditResult.of(Edit.replace(file, opening(list.span()), list.span().end(), text));
    }
    Node last = list.items().getLast();
    Node first = list.items().getFirst();
    int end = end(last.span());
    if (!startsWith(list.span(), '[')) {
      String indent = " ".repeat(column(list.span().start()));
      String lines = terms.itemLines(items, indent);
      return EditResult.of(Edit.insert(file, file.lineEnd(end), "\n" + lines));
    }
    boolean oneLine = file.lineAt(list.span().start()) == file.lineAt(first.span().start());
    if (oneLine) {
      return EditResult.of(FlowEnd.of(file, end).onLine(inline(items)));
    }
    String indent = file.indent(first.span().start());
    List<String> lines = new ArrayList<>();
    items.forEach(item -> lines.add(indent + terms.item(item, indent)));
    return EditResult.of(FlowEnd.of(file, end).onLines(lines));
  }

  /** Adds an entry to a mapping behind another one. */
  EditResult behind(Node.Mapping mapping, Node.Entry entry, String key, Term value) {
    int end = end(entry);
    String indent = file.indent(entry.keySpan().start());
    if (startsWith(mapping.span(), '{')) {
      boolean oneLine = file.lineAt(mapping.span().start()) == file.lineAt(entry.keySpan().start());
      return EditResult.of(
          oneLine
              ? Edit.member(file, end, terms.members(Map.of(key, value)))
              : Edit.insert(file, end, ",\n" + terms.flowLines(key, value, indent)));
    }
    boolean gap = hasGaps(mapping);
    String text = (gap ? "\n\n" : "\n") + terms.lines(key, value, indent);
    return EditResult.of(Edit.insert(file, file.lineEnd(end), text));
  }

  /** Whether empty lines stand between its entries. */
  private boolean hasGaps(Node.Mapping mapping) {
    List<Node.Entry> entries =
        mapping.entries().stream().filter(each -> isWithin(mapping, each)).toList();
    for (int i = 1; i < entries.size(); i++) {
      int from = end(entries.get(i - 1));
      String between = file.text().substring(from, entries.get(i).keySpan().start());
      if (between.replace("\r", "").contains("\n\n")) {
        return true;
      }
    }
    return entries.size() == 1;
  }

  private String inline(List<Term> items) {
    return String.join(", ", items.stream().map(terms::inline).toList());
  }

  private boolean startsWith(Span span, char sign) {
    int at = opening(span);
    return at < file.text().length() && file.text().charAt(at) == sign;
  }

  /** Where a value starts, behind its anchor. */
  private int opening(Span span) {
    String text = file.text();
    int at = span.start();
    if (at < text.length() && text.charAt(at) == '&') {
      while (at < span.end() && text.charAt(at) > ' ') {
        at++;
      }
      while (at < span.end() && text.charAt(at) <= ' ') {
        at++;
      }
    }
    return at;
  }

  /** False for an entry of another mapping, which a merge key brings. */
  private static boolean isWithin(Node.Mapping mapping, Node.Entry entry) {
    int at = entry.keySpan().start();
    return mapping.span().start() <= at && at < mapping.span().end();
  }

  /** Behind an entry; the value of one with an alias is written elsewhere. */
  private int end(Node.Entry entry) {
    Span value = entry.value().span();
    int key = entry.keySpan().end();
    if (value.start() >= entry.keySpan().start()) {
      return end(value);
    }
    int at = Math.max(key, file.text().indexOf('*', key));
    while (at < file.text().length() && !endsAlias(file.text().charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean endsAlias(char sign) {
    return sign <= ' ' || sign == ',' || sign == ']' || sign == '}';
  }

  /** Behind the last character of a value that is no space. */
  private int end(Span span) {
    int end = span.end();
    while (end > span.start() && file.text().charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private int column(int offset) {
    return file.positionAt(offset).column() - 1;
  }
}
