package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of variable values, in native or JSON syntax.
 *
 * @param values by variable
 * @param providerTags the tags of a provider that is configured beside the values; null when there
 *     are none
 */
public record VariableFile(
    Map<String, Entry> values, List<Problem> problems, @Nullable Value providerTags) {

  /** What a file gives to one variable. */
  public sealed interface Entry {}

  /** An expression in native syntax. */
  public record Expressed(SourceFile file, Expression expression) implements Entry {}

  /**
   * A value in JSON syntax.
   *
   * @param source the file's name
   */
  public record Literal(String source, Value value) implements Entry {}

  public static VariableFile read(SourceTree tree, String path) {
    VariableFile read = new VariableFile(new HashMap<>(), new ArrayList<>(), null);
    switch (tree.read(path)) {
      case Content.Failed failed -> read.problems.add(Problem.failed(failed, "file "));
      case Content.Decoded decoded when path.endsWith(".json") -> read.addJson(decoded.file());
      case Content.Decoded decoded -> read.addNative(decoded.file());
    }
    return read;
  }

  private void addNative(SourceFile file) {
    HclFile read = HclReader.read(file);
    read.errors().forEach(error -> report(file, error));
    for (BodyItem item : read.body().items()) {
      if (item instanceof BodyItem.Attribute attribute) {
        values.put(attribute.name(), new Expressed(file, attribute.value()));
      }
    }
  }

  private void addJson(SourceFile file) {
    JsonSyntax.Result result = JsonSyntax.read(file);
    SyntaxError error = result.error();
    if (error != null) {
      report(file, error);
    }
    if (JsonSyntax.value(result.root(), file) instanceof Value.Mapping given) {
      given.entries().forEach((name, value) -> values.put(name, new Literal(file.name(), value)));
    }
  }

  private void report(SourceFile file, SyntaxError error) {
    problems.add(Problem.unreadable(file.span(error.start(), error.end()), error.message()));
  }
}
