package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import org.jspecify.annotations.Nullable;

/** Functions that read files; only files of the tree, relative to the root module. */
final class FileFunctions {
  private FileFunctions() {}

  static Value file(FunctionCall call) {
    String path = path(call);
    if (path == null) {
      return outside(call);
    }
    SourceFile file = read(call, path);
    return file == null ? missing(call, path) : call.text(file.text());
  }

  static Value exists(FunctionCall call) {
    String path = path(call);
    return path == null ? outside(call) : call.bool(tree(call).isFile(path));
  }

  static Value template(FunctionCall call) {
    if (call.scope().inTemplateFile()) {
      return call.invalid("a template file may not read another");
    }
    String path = path(call);
    if (path == null) {
      return outside(call);
    }
    SourceFile file = read(call, path);
    if (file == null) {
      return missing(call, path);
    }
    if (!(call.argument(1) instanceof Value.Mapping variables)) {
      return call.unknown();
    }
    ParsedExpression template = HclReader.readTemplate(file);
    if (!template.errors().isEmpty()) {
      return call.invalid(template.errors().get(0).message() + " in " + file.path());
    }
    Scope inside = Scope.ofTemplate(call.scope().module(), file);
    for (var entry : variables.entries().entrySet()) {
      inside = inside.bind(entry.getKey(), entry.getValue());
    }
    Value text = Evaluator.evaluate(template.expression(), inside);
    return text.withOrigin(text.origin().through(call.origin().at(), call.name()));
  }

  private static @Nullable String path(FunctionCall call) {
    String written = Conversions.knownText(call.argument(0));
    return written == null
        ? null
        : Paths.resolve(call.scope().module().stack().rootFolder(), written);
  }

  private static Value outside(FunctionCall call) {
    return Conversions.knownText(call.argument(0)) == null
        ? call.unknown()
        : Value.Unknown.of(Cause.FILE, call.written(), call.origin());
  }

  private static Value missing(FunctionCall call, String path) {
    return Value.Unknown.of(Cause.FILE, tree(call).shown(path), call.origin());
  }

  private static @Nullable SourceFile read(FunctionCall call, String path) {
    SourceTree tree = tree(call);
    return tree.isFile(path) && tree.read(path) instanceof Content.Decoded decoded
        ? decoded.file()
        : null;
  }

  private static SourceTree tree(FunctionCall call) {
    return call.scope().module().stack().tree();
  }
}
