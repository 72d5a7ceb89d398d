package dev.iacguard.core.terraform;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;

/** {@code jsonencode} and {@code jsondecode}. */
final class JsonEncoding {
  private JsonEncoding() {}

  static Value encode(FunctionCall call) {
    TextBuilder json = new TextBuilder();
    JsonWriter.write(call.argument(0), json);
    return json.length() > Budget.MAX_TEXT ? call.tooLong() : json.build(call.origin());
  }

  static Value decode(FunctionCall call) {
    String text = Conversions.knownText(call.argument(0));
    if (text == null) {
      return call.unknown();
    }
    SourceFile file = new SourceFile("", text);
    JsonSyntax.Result result = JsonSyntax.read(file);
    return result.error() == null && !text.isBlank()
        ? Places.moved(JsonSyntax.value(result.root(), file), call.origin())
        : call.invalid("not JSON");
  }
}
