package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.InlineSuppressionText;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the ignore comments in YAML. One behind code speaks for the entry or element that starts on
 * its line, one above code for what starts there, and where nothing starts for the line alone.
 */
final class YamlCommentSuppressions {
  private final SourceFile file;
  private final String text;

  /** The offsets inside scalars, where a # starts no comment. */
  private final BitSet scalars = new BitSet();

  /** Where entries and elements start, and the end of the outermost one that starts there. */
  private final TreeMap<Integer, Integer> starts = new TreeMap<>();

  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlCommentSuppressions(SourceFile file, List<Node> documents) {
    this.file = file;
    this.text = file.text();
    documents.forEach(this::look);
  }

  private void look(Node node) {
    if (!seen.add(node)) {
      return;
    }
    switch (node) {
      case Node.Scalar scalar -> take(scalar.span());
      case Node.Sequence sequence -> {
        for (Node item : sequence.items()) {
          starts.putIfAbsent(item.span().start(), item.span().end());
          look(item);
        }
      }
      case Node.Mapping mapping -> {
        for (Node.Entry entry : mapping.entries()) {
          // The long form of a tag has no key of its own.
          if (!entry.keySpan().equals(mapping.span())) {
            take(entry.keySpan());
          }
          int end = Math.max(entry.keySpan().end(), entry.value().span().end());
          starts.putIfAbsent(entry.keySpan().start(), end);
          look(entry.value());
        }
      }
      case Node.Unresolved unresolved -> {}
    }
  }

  /** A comment may stand behind the header of a block scalar. */
  private void take(Span scalar) {
    int start = scalar.start();
    int newline = text.indexOf('\n', start);
    boolean severalLines = newline >= 0 && newline < scalar.end();
    scalars.set(severalLines && isBlock(start, newline) ? newline : start, scalar.end());
  }

  /** Whether the value on this line, behind its tag and anchor, is a block scalar's header. */
  private boolean isBlock(int start, int newline) {
    int at = start;
    while (at < newline && "!&".indexOf(text.charAt(at)) >= 0) {
      while (at < newline && text.charAt(at) > ' ') {
        at++;
      }
      while (at < newline && text.charAt(at) <= ' ') {
        at++;
      }
    }
    return at < newline && (text.charAt(at) == '|' || text.charAt(at) == '>');
  }

  List<InlineSuppression> all() {
    List<InlineSuppression> found = new ArrayList<>();
    int at = text.indexOf(InlineSuppressionText.START);
    while (at >= 0 && found.size() <= InlineSuppression.MOST) {
      int line = text.lastIndexOf('\n', at) + 1;
      int end = lineEnd(at);
      int comment = comment(line, end);
      if (comment < at && startsRemark(at)) {
        int next = text.indexOf(InlineSuppressionText.START, at + 1);
        String words = text.substring(at, next < 0 ? end : Math.min(next, end)).strip();
        Span place = file.span(at, at + words.length());
        found.add(InlineSuppressionText.read(words, place, covered(line, comment, end)));
      }
      at = text.indexOf(InlineSuppressionText.START, at + 1);
    }
    return found;
  }

  /** Where the line's comment starts, or its end. */
  private int comment(int line, int end) {
    for (int at = text.indexOf('#', line); at >= 0 && at < end; at = text.indexOf('#', at + 1)) {
      if (!scalars.get(at) && (at == line || text.charAt(at - 1) <= ' ')) {
        return at;
      }
    }
    return end;
  }

  /** False where a sentence merely speaks of exceptions. */
  private boolean startsRemark(int at) {
    int before = at - 1;
    while (text.charAt(before) == ' ' || text.charAt(before) == '\t') {
      before--;
    }
    return text.charAt(before) == '#';
  }

  private Span covered(int line, int comment, int end) {
    int from = line;
    int to = end;
    if (text.substring(line, comment).isBlank()) {
      int code = code(end);
      from = text.lastIndexOf('\n', code - 1) + 1;
      to = lineEnd(code);
    }
    Map.Entry<Integer, Integer> first = starts.ceilingEntry(from);
    return first != null && first.getKey() < to
        ? file.span(first.getKey(), first.getValue())
        : file.span(from, to);
  }

  /** The first character from there on that is neither space nor in a comment line. */
  private int code(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
      at = text.charAt(at) == '#' ? lineEnd(at) : at + 1;
    }
    return at;
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
