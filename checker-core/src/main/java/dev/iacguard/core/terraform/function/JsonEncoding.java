package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonSyntax;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.JsonWriter;
import dev.iacguard.core.terraform.value.Relocation;

/** Evaluates {@code jsonencode} and {@code jsondecode}. */
final class JsonEncoding {
  private JsonEncoding() {}

  static Value encode(FunctionCall call) {
    TextBuilder json = new TextBuilder();
    JsonWriter.write(call.argument(0), json);
    return json.length() > EvaluationBudget.MAX_TEXT ? call.tooLong() : json.build(call.origin());
  }

  static Value decode(FunctionCall call) {
    String text = Conversions.knownText(call.argument(0));
    if (text == null) {
      return call.unknown();
    }
    SourceFile file = new SourceFile("", text);
    JsonSyntax.Result result = JsonSyntax.read(file);
    return result.error() == null && !text.isBlank()
        ? Relocation.moved(JsonSyntax.value(result.root(), file), call.origin())
        : call.invalid("not JSON");
  }
}
