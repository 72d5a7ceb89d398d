package dev.iacguard.core.hcl;

import dev.iacguard.core.source.SourceFile;

/**
 * Reads HCL native syntax.
 *
 * <p>Whatever the text, reading ends in time proportional to its length and without an exception:
 * what is wrong with it is in the result. Reading stops at the 50th error. No tree is nested deeper
 * than 250 expressions and blocks, nor deeper than 1,000 nodes along operators and traversals;
 * beyond that there is an error of kind {@link SyntaxError.Kind#LIMIT}.
 */
public final class HclReader {
  private HclReader() {}

  /** Reads a whole file. */
  public static HclFile read(SourceFile file) {
    Cursor cursor = new Cursor(file.text());
    Body body = new BodyReader(cursor).file();
    return new HclFile(file, body, cursor.comments.all(), cursor.errors());
  }

  /**
   * Reads one body of a file again.
   *
   * @param start offset of the opening brace of a block that was read without an error
   */
  public static Body readBody(SourceFile file, int start) {
    Cursor cursor = new Cursor(file.text());
    cursor.jump(start);
    return new BodyReader(cursor).body();
  }

  /** Reads a text that is one expression; line breaks in it count as spaces. */
  public static ParsedExpression readExpression(SourceFile file) {
    Cursor cursor = new Cursor(file.text());
    Expression expression;
    try {
      cursor.newlines = false;
      cursor.skipSpace();
      expression = new ExpressionReader(cursor).expression();
      if (!cursor.atEnd()) {
        cursor.unexpected("the end of the expression");
      }
    } catch (Failure failure) {
      expression = new Expression.Invalid(0, cursor.end);
    }
    return new ParsedExpression(file, expression, cursor.errors());
  }

  /** Reads a whole text as a template, as {@code templatefile} and strings of JSON syntax need. */
  public static ParsedExpression readTemplate(SourceFile file) {
    Cursor cursor = new Cursor(file.text());
    Expression template;
    try {
      template = new TemplateReader(cursor, new ExpressionReader(cursor)).bare();
    } catch (Failure failure) {
      template = new Expression.Invalid(0, cursor.end);
    }
    return new ParsedExpression(file, template, cursor.errors());
  }
}
