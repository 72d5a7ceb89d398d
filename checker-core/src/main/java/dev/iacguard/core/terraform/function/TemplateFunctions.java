package dev.iacguard.core.terraform.function;

import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Relocation;

/** {@code templatefile} and {@code templatestring}. */
final class TemplateFunctions {
  private TemplateFunctions() {}

  static Value file(FunctionCall call) {
    String written = call.known(0);
    if (written == null) {
      return call.unknown();
    }
    String path = FileFunctions.path(call, written);
    boolean there = path != null && FileFunctions.tree(call).isFile(path);
    if (path == null || !there) {
      return FileFunctions.missing(call, path);
    }
    return FileFunctions.tree(call).read(path) instanceof Content.Decoded decoded
        ? rendered(call, decoded.file())
        : call.invalid("the file cannot be read");
  }

  /** A text that comes from elsewhere, read as a template. */
  static Value text(FunctionCall call) {
    String template = call.known(0);
    if (template == null) {
      return call.unknown();
    }
    Value value = rendered(call, new SourceFile(call.origin().at().path(), template).unquotable());
    return Conversions.toText(Relocation.moved(value, call.origin()));
  }

  private static Value rendered(FunctionCall call, SourceFile file) {
    if (call.context().inTemplateFile()) {
      return call.invalid("a template cannot render another one");
    }
    if (!(call.argument(1) instanceof Value.Mapping variables)) {
      return call.argument(1) instanceof Value.Unknown
          ? call.unknown()
          : call.invalid("a map of variables is needed");
    }
    ParsedExpression template = HclReader.readTemplate(file);
    if (!template.errors().isEmpty()) {
      return call.invalid(template.errors().get(0).message() + " in " + file.path());
    }
    Value text = call.context().render(file, template, variables.entries());
    if (text instanceof Value.Null) {
      return call.invalid("the template gives null");
    }
    Origin origin = text.origin().through(call.origin().at(), call.name());
    return text.withOrigin(origin.marked(call.origin().valueMarks()));
  }
}
