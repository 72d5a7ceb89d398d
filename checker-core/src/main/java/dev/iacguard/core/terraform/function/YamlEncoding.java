package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Evaluates {@code yamlencode} as Terraform writes it: block style, strings in double quotes,
 * strings of several lines as literals. What is unknown leaves a hole.
 */
final class YamlEncoding {
  private static final int STEP = 2;
  private static final int LONGEST_KEY = 128;

  private final TextBuilder yaml = new TextBuilder();
  private final FunctionCall call;
  private int column;

  private YamlEncoding(FunctionCall call) {
    this.call = call;
  }

  static Value encode(FunctionCall call) {
    YamlEncoding encoding = new YamlEncoding(call);
    Value value = call.argument(0);
    encoding.node(value, -1, false, true);
    if (encoding.column > 0) {
      encoding.put("\n");
    }
    if (value instanceof Value.Null
        || value instanceof Value.Numeric
        || value instanceof Value.Bool) {
      encoding.put("...\n");
    }
    return encoding.isTooLong() ? call.tooLong() : encoding.yaml.build(call.origin());
  }

  private boolean isTooLong() {
    return yaml.length() > EvaluationBudget.MAX_TEXT;
  }

  private void put(String text) {
    yaml.add(text);
    int line = text.lastIndexOf('\n') + 1;
    column = (line == 0 ? column : 0) + text.codePointCount(line, text.length());
  }

  private void hole(Value value) {
    yaml.add(new TextPart.Hole(Pieces.inside(call, value)));
    column++;
  }

  /**
   * @param indent of what holds the node; -1 for the document
   * @param entry true for the value of an entry
   * @param fresh true at the start of a line, apart from indicators
   */
  private void node(Value value, int indent, boolean entry, boolean fresh) {
    yaml.marked(value.origin().valueMarks());
    switch (value) {
      case Value.Null none -> scalar("null");
      case Value.Bool bool -> scalar(bool.value() ? "true" : "false");
      case Value.Numeric number -> scalar(Numbers.text(number.value()));
      case Value.Text text when text.known() != null ->
          text(text.known(), indent < 0 ? STEP : indent + STEP, true);
      case Value.Text text -> pieces(text);
      case Value.Sequence list when list.elements().isEmpty() && !list.open() -> scalar("[]");
      case Value.Sequence list -> sequence(list, indent, entry && !fresh, fresh);
      case Value.Mapping map when map.entries().isEmpty() && !map.open() -> scalar("{}");
      case Value.Mapping map -> mapping(map, indent < 0 ? 0 : indent + STEP, fresh);
      case Value.Choice choice -> hole(choice);
      case Value.Unknown unknown -> hole(unknown);
    }
  }

  private void scalar(String text) {
    put(column > 0 ? " " + text : text);
  }

  /** How such a text is quoted depends on what is not known of it. */
  private void pieces(Value.Text text) {
    hole(text);
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Literal literal -> put(YamlText.escaped(literal.text()));
        case TextPart.Hole hole -> hole(hole.value());
      }
    }
    hole(text);
  }

  /**
   * @param indent of further lines
   */
  private void text(String text, int indent, boolean breaks) {
    if (text.indexOf('\n') >= 0 && breaks && YamlText.canBeLiteral(text)) {
      scalar(YamlText.literal(text, indent));
    } else {
      scalar("");
      put(YamlText.quoted(text, breaks ? indent : -1, column));
    }
  }

  private void line(int indent, boolean goesOn) {
    if (!goesOn && column > 0) {
      put("\n");
    }
    if (column < indent) {
      put(" ".repeat(indent - column));
    }
  }

  private void sequence(Value.Sequence list, int outer, boolean flush, boolean fresh) {
    int indent = outer < 0 ? 0 : flush ? outer : outer + STEP;
    boolean goesOn = fresh;
    for (Value element : list.elements()) {
      line(indent, goesOn);
      put("-");
      node(element, indent, false, true);
      goesOn = false;
      if (isTooLong()) {
        return;
      }
    }
    if (list.open()) {
      hole(list);
    }
  }

  private void mapping(Value.Mapping map, int indent, boolean fresh) {
    boolean goesOn = fresh;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      line(indent, goesOn);
      String key = entry.getKey();
      boolean simple =
          YamlText.isOneLine(key) && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
      if (simple) {
        put(YamlText.quoted(key, -1, 0));
        put(":");
      } else {
        put("?");
        text(key, indent + STEP, true);
        line(indent, false);
        put(":");
      }
      node(entry.getValue(), indent, true, !simple);
      goesOn = false;
      if (isTooLong()) {
        return;
      }
    }
    if (map.open()) {
      hole(map);
    }
  }
}
