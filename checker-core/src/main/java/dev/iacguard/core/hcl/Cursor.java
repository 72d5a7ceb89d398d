package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * A position in the text, always at the start of a token: taking one also skips the spaces and
 * comments behind it.
 */
final class Cursor {
  /** What {@link #peek} gives at the end; a NUL in the text starts nothing either. */
  static final char END = '\0';

  /** How many expressions, templates and blocks may be open around one another. */
  static final int MAX_NESTING = 250;

  /** How deep a tree may be when chains such as {@code a + b + c} and {@code a.b.c} are counted. */
  static final int MAX_LEVELS = 1000;

  private static final int MAX_ERRORS = 50;

  final String text;
  final int end;

  /** Start of the next token. */
  int pos;

  /** Behind the last token taken. */
  int lastEnd;

  /** Whether the end of a line is a token; otherwise it is a space. */
  boolean newlines = true;

  /** How many nodes are open around the next one. */
  int nesting;

  /** The deepest level of the expression that is being read. */
  int deepest;

  final CommentReader comments = new CommentReader(this);

  private final List<SyntaxError> errors = new ArrayList<>(0);

  Cursor(String text) {
    this.text = text;
    this.end = text.length();
  }

  List<SyntaxError> errors() {
    return List.copyOf(errors);
  }

  /** Whether so much is wrong with the text that reading on helps nobody. */
  boolean givesUp() {
    return errors.size() >= MAX_ERRORS;
  }

  boolean atEnd() {
    return pos >= end;
  }

  char peek() {
    return charAt(pos);
  }

  char peek(int ahead) {
    return charAt(pos + ahead);
  }

  char charAt(int at) {
    return at < end ? text.charAt(at) : END;
  }

  /** Whether nothing more stands on the line; a lone carriage return counts as its end. */
  boolean isLineEnd(int at) {
    return at >= end || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  /** Whether a carriage return stands there that ends no line. */
  boolean isLoneReturn(int at) {
    return charAt(at) == '\r' && charAt(at + 1) != '\n';
  }

  boolean atNewline() {
    char c = peek();
    return c == '\n' || (c == '\r' && peek(1) == '\n');
  }

  void take(int length) {
    takeTo(pos + length);
  }

  /** Takes a token that ends at the offset. */
  void takeTo(int tokenEnd) {
    lastEnd = tokenEnd;
    pos = tokenEnd;
    skipSpace();
  }

  void takeNewline() {
    take(peek() == '\r' ? 2 : 1);
  }

  /** Takes an opening bracket inside which the end of a line is {@code significant} or not. */
  void open(int length, boolean significant) {
    newlines = significant;
    take(length);
  }

  /** Takes a one-character closing bracket, behind which lines count as they did outside. */
  void close(boolean outside) {
    newlines = outside;
    take(1);
  }

  /** Whether the identifier that ends at {@code identifierEnd} is this keyword. */
  boolean isKeyword(int identifierEnd, String keyword) {
    return identifierEnd - pos == keyword.length() && text.startsWith(keyword, pos);
  }

  int identifierEnd() {
    return Characters.identifierEnd(text, pos);
  }

  /** Takes an identifier. */
  String takeName(int identifierEnd) {
    String name = Names.of(text, pos, identifierEnd);
    takeTo(identifierEnd);
    return name;
  }

  /** Goes to a place in the midst of the text, without passing spaces. */
  void jump(int to) {
    pos = to;
    lastEnd = to;
  }

  void skipSpace() {
    int at = pos;
    while (at < end) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '\n' && !newlines) {
        at++;
      } else if (c == '\r' && !newlines && charAt(at + 1) == '\n') {
        at += 2;
      } else if (c == '#' || (c == '/' && charAt(at + 1) == '/')) {
        at = comments.line(at);
      } else if (c == '/' && charAt(at + 1) == '*') {
        at = comments.block(at);
      } else {
        break;
      }
    }
    pos = at;
  }

  /** Offset of the end of the line, before its line break. */
  int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    if (newline < 0) {
      return end;
    }
    return newline > from && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
  }

  /** One more node around what follows; to be paired with {@code nesting--}. */
  void nest() {
    if (nesting >= MAX_NESTING) {
      throw limit("nesting is deeper than " + MAX_NESTING + " levels");
    }
    nesting++;
    deepest = Math.max(deepest, nesting);
  }

  /** One more level around everything read of this expression, as another link of a chain is. */
  void chain() {
    if (deepest >= MAX_LEVELS) {
      throw limit("the expression is deeper than " + MAX_LEVELS + " levels");
    }
    deepest++;
  }

  private Failure limit(String message) {
    record(new SyntaxError(SyntaxError.Kind.LIMIT, message, pos, Math.min(pos + 1, end)));
    return new Failure();
  }

  /** Records an error that does not stop the reading of an item. */
  void error(int start, int errorEnd, String message) {
    record(new SyntaxError(SyntaxError.Kind.SYNTAX, message, start, errorEnd));
  }

  /** Of two errors at one place the second only repeats the first. */
  private void record(SyntaxError error) {
    boolean repeated = !errors.isEmpty() && errors.getLast().start() == error.start();
    if (!givesUp() && !repeated) {
      errors.add(error);
    }
  }

  Failure fail(int start, int errorEnd, String message) {
    error(start, errorEnd, message);
    return new Failure();
  }

  /** Fails at the next token. */
  Failure expected(String what) {
    unexpected(what);
    return new Failure();
  }

  /** Records that the next token is not what it had to be. */
  void unexpected(String what) {
    error(pos, Found.end(this), "expected " + what + ", found " + Found.describe(this));
  }
}
