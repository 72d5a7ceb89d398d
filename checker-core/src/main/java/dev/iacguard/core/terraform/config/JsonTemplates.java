package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.hcl.Relocation;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.SourceFile;
import java.util.Arrays;
import java.util.List;

/** Expressions inside quoted text, with the places they have in the file. */
final class JsonTemplates {
  private JsonTemplates() {}

  /**
   * The text as a template.
   *
   * @param text unescaped
   * @param start offset of the opening quote; {@code end} is behind the closing one
   */
  static Expression read(
      SourceFile file, String text, int start, int end, List<SyntaxError> errors) {
    if (!text.contains("${") && !text.contains("%{")) {
      return literal(text, start, end);
    }
    int[] places = places(file.text(), text, start, end);
    ParsedExpression parsed = HclReader.readTemplate(file.withText(text));
    parsed.errors().forEach(error -> errors.add(moved(error, places)));
    return new Relocation(places).move(parsed.expression());
  }

  /** The text as it is. */
  static Expression literal(String text, int start, int end) {
    List<TemplatePart> parts =
        text.isEmpty() ? List.of() : List.of(new TemplatePart.Text(text, start, end));
    return new Expression.Template(Expression.Template.Kind.QUOTED, parts, start, end);
  }

  /** The text as an expression, for types written in quotes. */
  static Expression readExpression(SourceFile file, String text, int start, int end) {
    ParsedExpression parsed = HclReader.readExpression(file.withText(text));
    return new Relocation(places(file.text(), text, start, end)).move(parsed.expression());
  }

  private static SyntaxError moved(SyntaxError error, int[] places) {
    int last = places.length - 1;
    return new SyntaxError(
        error.kind(),
        error.message(),
        places[Math.min(error.start(), last)],
        places[Math.min(error.end(), last)]);
  }

  /**
   * For each offset of the unescaped text, and its end, the offset of that character in the file.
   */
  private static int[] places(String source, String text, int start, int end) {
    int[] places = new int[text.length() + 1];
    int at = start + 1;
    for (int i = 0; i < text.length(); i++) {
      places[i] = Math.min(at, end);
      at += escapeLength(source, at);
    }
    Arrays.fill(places, text.length(), places.length, Math.max(start, Math.min(at, end)));
    return places;
  }

  private static int escapeLength(String source, int at) {
    boolean escaped = at + 1 < source.length() && source.charAt(at) == '\\';
    return !escaped ? 1 : source.charAt(at + 1) == 'u' ? 6 : 2;
  }
}
