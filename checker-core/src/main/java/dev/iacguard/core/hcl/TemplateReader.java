package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import dev.iacguard.core.hcl.Expression.Template.Kind;
import java.util.List;

/** Reads quoted strings, heredocs and bare templates. */
final class TemplateReader {
  private final Cursor in;
  private final SequenceReader sequences;
  private final Pending<Piece> pieces = new Pending<>();

  TemplateReader(Cursor in, ExpressionReader expressions) {
    this.in = in;
    this.sequences = new SequenceReader(in, expressions);
  }

  Template quoted() {
    int start = in.pos;
    int stop = plainEnd(start + 1);
    if (in.charAt(stop) != '"') {
      return quotedWithSequences(start);
    }
    List<TemplatePart> parts =
        stop == start + 1
            ? List.of()
            : List.of(new TemplatePart.Text(Names.of(in.text, start + 1, stop), start + 1, stop));
    in.takeTo(stop + 1);
    return new Template(Kind.QUOTED, parts, start, stop + 1);
  }

  /** Where the first character stands that does not just mean itself. */
  private int plainEnd(int from) {
    String text = in.text;
    int at = from;
    while (at < in.end) {
      char c = text.charAt(at);
      if (c == '"' || c == '\\' || c == '\n' || c == '\r') {
        return at;
      }
      if ((c == '$' || c == '%') && in.charAt(at + 1) == '{') {
        return at;
      }
      at++;
    }
    return at;
  }

  private Template quotedWithSequences(int start) {
    int mark = pieces.mark();
    int nesting = in.nesting;
    in.nest();
    boolean newlines = in.newlines;
    in.jump(start + 1);
    while (in.peek() != '"') {
      if (in.isLineEnd(in.pos)) {
        throw in.fail(
            start, in.pos, "expected a quote to end this string, found " + Found.describe(in));
      }
      next(mark, Kind.QUOTED);
    }
    in.newlines = newlines;
    in.take(1);
    in.nesting = nesting;
    return new Template(Kind.QUOTED, tree(mark), start, in.lastEnd);
  }

  /** Reads the whole text. */
  Template bare() {
    int mark = pieces.mark();
    in.nest();
    while (!in.atEnd()) {
      next(mark, Kind.BARE);
    }
    return new Template(Kind.BARE, tree(mark), 0, in.end);
  }

  Template heredoc() {
    int start = in.pos;
    boolean indented = in.peek(2) == '-';
    int markerStart = start + (indented ? 3 : 2);
    int markerEnd = Characters.identifierEnd(in.text, markerStart);
    int lineEnd = in.lineEnd(start);
    if (markerEnd == markerStart || markerEnd != lineEnd || lineEnd == in.end) {
      in.jump(markerEnd);
      throw in.expected("a heredoc's marker and the end of the line");
    }
    int mark = pieces.mark();
    int nesting = in.nesting;
    in.nest();
    boolean newlines = in.newlines;
    in.jump(in.text.indexOf('\n', markerEnd) + 1);
    int stop = HeredocMarker.end(in, in.pos, markerStart, markerEnd);
    while (stop < 0) {
      if (in.atEnd()) {
        throw in.fail(
            start,
            markerEnd,
            "expected the heredoc's marker on a line of its own, found the end of the file");
      }
      next(mark, Kind.HEREDOC);
      if (in.charAt(in.pos - 1) == '\n') {
        stop = HeredocMarker.end(in, in.pos, markerStart, markerEnd);
      }
    }
    if (indented) {
      HeredocIndent.remove(pieces, mark);
    }
    in.newlines = newlines;
    in.jump(in.lineEnd(in.pos));
    in.skipSpace();
    in.lastEnd = stop;
    in.nesting = nesting;
    Kind kind = indented ? Kind.INDENTED_HEREDOC : Kind.HEREDOC;
    return new Template(kind, tree(mark), start, stop);
  }

  /** Reads one sequence, or the literal up to the next one, the end of the line or the quote. */
  private void next(int mark, Kind kind) {
    char c = in.peek();
    if ((c == '$' || c == '%') && in.peek(1) == '{') {
      if (in.peek(2) == '~' && pieces.mark() > mark) {
        trimBefore();
      }
      pieces.push(c == '$' ? sequences.interpolation() : sequences.directive());
      return;
    }
    boolean trim = pieces.mark() > mark && endsTrimming();
    Piece.Literal literal = literal(kind);
    pieces.push(trim ? literal.trimStart() : literal);
  }

  private void trimBefore() {
    int last = pieces.mark() - 1;
    if (pieces.get(last) instanceof Piece.Literal literal) {
      pieces.set(last, literal.trimEnd());
    }
  }

  /** Whether a sequence ends right here with <code>~}</code>. */
  private boolean endsTrimming() {
    return !(pieces.get(pieces.mark() - 1) instanceof Piece.Literal)
        && in.text.charAt(in.pos - 2) == '~';
  }

  private Piece.Literal literal(Kind kind) {
    String text = in.text;
    boolean quoted = kind == Kind.QUOTED;
    int start = in.pos;
    int at = start;
    boolean escaped = false;
    while (at < in.end) {
      char c = text.charAt(at);
      if (c == '$' || c == '%') {
        if (Escapes.isTemplateEscape(text, at)) {
          escaped = true;
          at += 2;
        } else if (in.charAt(at + 1) == '{') {
          break;
        }
      } else if (quoted) {
        if (c == '"' || c == '\n' || c == '\r') {
          break;
        }
        if (c == '\\') {
          escaped = true;
          at += in.isLineEnd(at + 1) ? 0 : 1;
        }
      } else if (c == '\n') {
        at++;
        break;
      } else if (in.isLoneReturn(at)) {
        if (kind == Kind.HEREDOC) {
          throw in.fail(at, at + 1, "expected a line feed after this carriage return");
        }
        if (at == start) {
          // To hashicorp/hcl the rest of a bare template is one literal then, sequences among it.
          escaped = true;
          at = in.end;
        }
        break;
      }
      at++;
    }
    in.jump(at);
    if (!escaped) {
      return new Piece.Literal(text, start, in.pos, start, in.pos);
    }
    String resolved = Escapes.resolve(in, start, in.pos, quoted);
    return new Piece.Literal(resolved, 0, resolved.length(), start, in.pos);
  }

  private List<TemplatePart> tree(int mark) {
    return TemplateTree.of(in, pieces.takeSince(mark));
  }

  /** Forgets the pieces of templates that were left by a failure. */
  void reset() {
    pieces.dropSince(0);
  }
}
