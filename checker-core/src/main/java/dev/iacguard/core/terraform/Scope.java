package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Node;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.function.FunctionContext;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression can refer to, and their values.
 *
 * @param file the file that the expression's offsets belong to
 * @param names what for-expressions, dynamic blocks and template files bind, innermost first
 * @param element what a splat is at
 * @param inTemplateFile true in a file that {@code templatefile} reads, which may not read another
 * @param guarded true in an argument of {@code try} or {@code can}, where an error is an answer
 */
record Scope(
    ModuleInstance module,
    SourceFile file,
    Repetition repetition,
    @Nullable Binding names,
    @Nullable Value element,
    boolean inTemplateFile,
    boolean guarded)
    implements FunctionContext {

  /** One bound name. */
  record Binding(String name, Value value, @Nullable Binding outer) {}

  static Scope of(ModuleInstance module, SourceFile file, Repetition repetition) {
    return new Scope(module, file, repetition, null, null, false, false);
  }

  Scope in(SourceFile other) {
    return other == file
        ? this
        : new Scope(module, other, repetition, names, element, inTemplateFile, guarded);
  }

  Scope bind(String name, Value value) {
    return new Scope(
        module,
        file,
        repetition,
        new Binding(name, value, names),
        element,
        inTemplateFile,
        guarded);
  }

  Scope at(Value splatElement) {
    return new Scope(module, file, repetition, names, splatElement, inTemplateFile, guarded);
  }

  Scope asGuarded() {
    return new Scope(module, file, repetition, names, element, inTemplateFile, true);
  }

  @Nullable Value bound(String name) {
    for (Binding binding = names; binding != null; binding = binding.outer()) {
      if (binding.name().equals(name)) {
        return binding.value();
      }
    }
    return null;
  }

  @Override
  public SourceTree tree() {
    return module.stack().tree();
  }

  @Override
  public String rootFolder() {
    return module.stack().rootFolder();
  }

  @Override
  public Value render(SourceFile template, ParsedExpression content, Map<String, Value> variables) {
    Scope inside = new Scope(module, template, Repetition.SINGLE, null, null, true, false);
    for (Map.Entry<String, Value> variable : variables.entrySet()) {
      inside = inside.bind(variable.getKey(), variable.getValue());
    }
    return Evaluator.evaluate(content.expression(), inside);
  }

  @Override
  public Value withArns(Value text) {
    return ResourceReference.withArns(text, this);
  }

  @Override
  public Value.Unknown limit(Span at, String what) {
    return module.limit(at, what);
  }

  Span span(Node node) {
    return node.span(file);
  }

  Origin origin(Node node) {
    return Origin.at(node.span(file));
  }

  @Override
  public EvaluationBudget budget() {
    return module.evaluationBudget();
  }

  @Override
  public Value.Unknown exceeded(Span at, String what) {
    module.stack().exceeded(at);
    return Value.Unknown.of(Cause.LIMIT, what, Origin.at(at));
  }
}
