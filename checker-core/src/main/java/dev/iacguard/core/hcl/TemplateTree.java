package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;

/** Joins adjacent literals and nests what is between the marks of a directive. */
final class TemplateTree {
  private final Cursor in;
  private final List<Piece> pieces;
  private int next;

  private TemplateTree(Cursor in, List<Piece> pieces) {
    this.in = in;
    this.pieces = pieces;
  }

  static List<TemplatePart> of(Cursor in, List<Piece> pieces) {
    TemplateTree tree = new TemplateTree(in, pieces);
    List<TemplatePart> parts = tree.parts();
    if (tree.next < pieces.size() && pieces.get(tree.next) instanceof Piece.Closing closing) {
      throw in.fail(
          closing.start(),
          closing.end(),
          "expected a directive that \"" + closing.keyword() + "\" could belong to, found none");
    }
    return parts;
  }

  /**
   * The parts up to the next closing directive.
   *
   * <p>Text that was trimmed away leaves no part, except beside a lone interpolation: its result is
   * still turned to text, which that of a bare {@code "${x}"} is not.
   */
  private List<TemplatePart> parts() {
    int first = next;
    List<TemplatePart> parts = new ArrayList<>();
    while (next < pieces.size()) {
      switch (pieces.get(next)) {
        case Piece.Literal literal -> addText(parts, literal);
        case Piece.Hole hole -> {
          parts.add(hole.part());
          next++;
        }
        case Piece.Opening opening -> parts.add(directive(opening));
        case Piece.Closing closing -> {
          return List.copyOf(parts);
        }
      }
    }
    if (parts.size() == 1 && parts.get(0) instanceof TemplatePart.Interpolation && first == 0) {
      keepEmptyNeighbour(parts);
    }
    return List.copyOf(parts);
  }

  private void keepEmptyNeighbour(List<TemplatePart> parts) {
    if (pieces.get(0) instanceof Piece.Literal before) {
      parts.add(0, new TemplatePart.Text("", before.start(), before.end()));
    } else if (pieces.get(pieces.size() - 1) instanceof Piece.Literal after) {
      parts.add(new TemplatePart.Text("", after.start(), after.end()));
    }
  }

  private void addText(List<TemplatePart> parts, Piece.Literal first) {
    Piece.Literal last = first;
    int length = 0;
    int stop = next;
    while (stop < pieces.size() && pieces.get(stop) instanceof Piece.Literal literal) {
      last = literal;
      length += literal.to() - literal.from();
      stop++;
    }
    if (length > 0) {
      parts.add(new TemplatePart.Text(join(stop, length), first.start(), last.end()));
    }
    next = stop;
  }

  private String join(int stop, int length) {
    StringBuilder joined = new StringBuilder(length);
    for (int at = next; at < stop; at++) {
      if (pieces.get(at) instanceof Piece.Literal literal) {
        joined.append(literal.source(), literal.from(), literal.to());
      }
    }
    return joined.toString();
  }

  private TemplatePart directive(Piece.Opening opening) {
    next++;
    String name = opening.valueName();
    return name == null ? ifDirective(opening) : forDirective(opening, name);
  }

  private TemplatePart ifDirective(Piece.Opening opening) {
    List<TemplatePart> then = parts();
    Piece.Closing closing = closing(opening, "endif");
    List<TemplatePart> otherwise = List.of();
    if (closing.keyword().equals("else")) {
      otherwise = parts();
      closing = closing(opening, "endif");
    }
    require(closing, "endif");
    return new TemplatePart.If(
        opening.expression(), then, otherwise, opening.start(), closing.end());
  }

  private TemplatePart forDirective(Piece.Opening opening, String valueName) {
    List<TemplatePart> body = parts();
    Piece.Closing closing = closing(opening, "endfor");
    require(closing, "endfor");
    return new TemplatePart.For(
        opening.keyName(), valueName, opening.expression(), body, opening.start(), closing.end());
  }

  private Piece.Closing closing(Piece.Opening opening, String keyword) {
    if (next < pieces.size() && pieces.get(next) instanceof Piece.Closing closing) {
      next++;
      return closing;
    }
    throw in.fail(
        opening.start(),
        opening.end(),
        "expected \"" + keyword + "\" for this directive, found the end of the template");
  }

  private void require(Piece.Closing closing, String keyword) {
    if (!closing.keyword().equals(keyword)) {
      throw in.fail(
          closing.start(),
          closing.end(),
          "expected \"" + keyword + "\", found \"" + closing.keyword() + "\"");
    }
  }
}
