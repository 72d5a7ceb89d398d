package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.BodyItem.Attribute;
import dev.iacguard.core.hcl.BodyItem.Block;
import java.util.List;

/** Reads bodies: attributes and blocks, continuing with the next item after a syntax error. */
final class BodyReader {
  private final Cursor in;
  private final ExpressionReader expressions;
  private final HeaderReader headers;
  private final Recovery recovery;
  private final Pending<BodyItem> items = new Pending<>();

  /** Items found in a block without an end that are more likely to stand behind it. */
  private List<BodyItem> displaced = List.of();

  private boolean unclosedReported;

  BodyReader(Cursor in) {
    this.in = in;
    this.expressions = new ExpressionReader(in);
    this.headers = new HeaderReader(in);
    this.recovery = new Recovery(in);
  }

  /** Reads a whole file. */
  Body file() {
    int mark = items.mark();
    in.skipSpace();
    readItems();
    while (!in.atEnd()) {
      in.unexpected("an attribute or a block");
      in.take(1);
      readItems();
    }
    return new Body(take(mark), 0, in.end);
  }

  /** Reads the body whose opening brace is at the cursor. */
  Body body() {
    int start = in.pos;
    in.nest();
    in.open(1, true);
    int mark = items.mark();
    if (!in.atNewline() && !in.atEnd() && in.peek() != '}') {
      readOneLine();
    }
    readItems();
    in.nesting--;
    if (in.atEnd()) {
      return unclosed(start, mark);
    }
    in.take(1);
    return new Body(take(mark), start, in.lastEnd);
  }

  private List<BodyItem> take(int mark) {
    List<BodyItem> taken = items.takeSince(mark);
    DuplicateAttributes.report(in, taken);
    return taken;
  }

  /** Reads what stands behind the opening brace on its line: one attribute, then the end. */
  private void readOneLine() {
    int start = in.pos;
    int mark = items.mark();
    boolean read = readItem();
    if (!read) {
      return;
    }
    if (items.get(mark) instanceof Block) {
      in.error(start, in.lastEnd, "expected an attribute in a block on one line, found a block");
    } else if (in.peek() == '}') {
      return;
    } else {
      in.unexpected("\"}\" after the only attribute of a block on one line");
    }
    goOn(in.pos);
  }

  /** Reads items up to a closing brace or the end. */
  private void readItems() {
    for (; ; ) {
      if (in.atNewline()) {
        in.takeNewline();
      } else if (in.atEnd() || in.peek() == '}') {
        return;
      } else if (readItem() && !in.atNewline() && !in.atEnd()) {
        in.unexpected("the end of the line after an attribute or a block");
        goOn(in.pos);
      }
    }
  }

  /** Reads one item; false when it was wrong and the cursor is where reading can go on. */
  private boolean readItem() {
    int start = in.pos;
    int nesting = in.nesting;
    int mark = items.mark();
    try {
      int nameEnd = in.identifierEnd();
      if (nameEnd == start) {
        throw in.expected(in.peek() == '"' ? "a name without quotes" : "an attribute or a block");
      }
      String name = in.takeName(nameEnd);
      char next = in.peek(1);
      if (in.peek() == '=' && next != '=' && next != '>') {
        return readAttribute(name, start);
      }
      readBlock(name, start);
      return true;
    } catch (Failure failure) {
      in.nesting = nesting;
      items.dropSince(mark);
      goOn(start);
      return false;
    }
  }

  private boolean readAttribute(String name, int start) {
    in.take(1);
    int valueStart = in.pos;
    int nesting = in.nesting;
    try {
      Expression value = expressions.expression();
      items.push(new Attribute(name, value, start, value.end()));
      return true;
    } catch (Failure failure) {
      in.nesting = nesting;
      expressions.reset();
      goOn(valueStart);
      Expression value = new Expression.Invalid(valueStart, in.pos);
      items.push(new Attribute(name, value, start, in.pos));
      return false;
    }
  }

  private void goOn(int from) {
    in.newlines = true;
    in.jump(in.givesUp() ? in.end : recovery.behind(from));
  }

  private void readBlock(String type, int start) {
    int typeEnd = in.lastEnd;
    List<Label> labels = headers.labels();
    int headerEnd = labels.isEmpty() ? typeEnd : labels.getLast().end();
    Body body = body();
    items.push(new Block(type, labels, body, start, headerEnd, body.end()));
    List<BodyItem> behind = displaced;
    displaced = List.of();
    for (BodyItem item : behind) {
      items.push(item);
    }
  }

  /**
   * A block without a closing brace: blocks at the left margin are taken out of it, since the brace
   * is most likely missing before them.
   */
  private Body unclosed(int start, int mark) {
    if (!unclosedReported) {
      in.error(start, start + 1, "expected \"}\" to end this block, found the end of the file");
      unclosedReported = true;
    }
    int first = mark;
    while (first < items.mark() && !isBlockAtMargin(items.get(first))) {
      first++;
    }
    displaced = items.takeSince(first);
    int bodyEnd = displaced.isEmpty() ? in.end : displaced.getFirst().start();
    return new Body(take(mark), start, bodyEnd);
  }

  private boolean isBlockAtMargin(BodyItem item) {
    return item instanceof Block && in.text.charAt(item.start() - 1) == '\n';
  }
}
