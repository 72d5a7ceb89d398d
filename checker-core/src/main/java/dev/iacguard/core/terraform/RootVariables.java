package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the root module's variables are given: the environment where that was asked for, {@code
 * terraform.tfvars}, then {@code *.auto.tfvars} by name, then the command line in its order; the
 * last one wins.
 */
final class RootVariables {
  private final Map<String, Assigned> assigned = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private RootVariables() {}

  /** A value as it was given. */
  sealed interface Assigned {

    /** Where it was given: a file's name or the option. */
    String source();

    /**
     * @param literal whether the variable takes plain text: it has a primitive type or none
     */
    Value value(ModuleInstance module, boolean literal);

    record InFile(SourceFile file, Expression expression) implements Assigned {
      @Override
      public String source() {
        return file.name();
      }

      @Override
      public Value value(ModuleInstance module, boolean literal) {
        return Evaluator.evaluate(expression, Scope.of(module, file, Repetition.SINGLE));
      }
    }

    record Ready(String source, Value known) implements Assigned {
      @Override
      public Value value(ModuleInstance module, boolean literal) {
        return known;
      }
    }

    /** Text from outside of the files: an expression, unless its variable takes plain text. */
    record Given(String source, SourceFile text) implements Assigned {
      @Override
      public Value value(ModuleInstance module, boolean literal) {
        if (literal) {
          return Value.Text.of(text.text(), Origin.at(text.all()));
        }
        ParsedExpression read = HclReader.readExpression(text);
        for (SyntaxError error : read.errors()) {
          module
              .stack()
              .report(Problem.unreadable(text.span(error.start(), error.end()), error.message()));
        }
        return Evaluator.evaluate(read.expression(), Scope.of(module, text, Repetition.SINGLE));
      }
    }
  }

  static RootVariables read(SourceTree tree, String rootFolder, Inputs inputs) {
    RootVariables variables = new RootVariables();
    for (Inputs.VariableSource source : inputs.variables()) {
      if (source instanceof Inputs.VariableSource.Environment given) {
        String shown = "TF_VAR_" + given.name();
        variables.give(shown, shown, given.name(), given.value());
      }
    }
    List<String> names = tree.files(rootFolder);
    for (String name : List.of("terraform.tfvars", "terraform.tfvars.json")) {
      if (names.contains(name)) {
        variables.addFile(tree, Paths.in(rootFolder, name));
      }
    }
    for (String name : names) {
      if (ConfigNames.isAutomaticVariables(name) && !name.startsWith("terraform.tfvars")) {
        variables.addFile(tree, Paths.in(rootFolder, name));
      }
    }
    for (Inputs.VariableSource source : inputs.variables()) {
      switch (source) {
        case Inputs.VariableSource.VarFile file -> variables.addFile(tree, file.path());
        case Inputs.VariableSource.Assignment option ->
            variables.give("--var", "--var " + option.name(), option.name(), option.value());
        case Inputs.VariableSource.Environment weakest -> {}
      }
    }
    return variables;
  }

  /** Takes over values that are known from elsewhere to be the variables'. */
  void settle(Map<String, Value> values) {
    values.forEach((name, value) -> assigned.put(name, new Assigned.Ready("plan", value)));
  }

  private void addFile(SourceTree tree, String path) {
    switch (tree.read(path)) {
      case Content.Failed failed ->
          problems.add(Problem.unreadable(failed.file().all(), "file " + failed.reason()));
      case Content.Decoded decoded when path.endsWith(".json") -> addJson(decoded.file());
      case Content.Decoded decoded -> addNative(decoded.file());
    }
  }

  private void addNative(SourceFile file) {
    HclFile read = HclReader.read(file);
    for (SyntaxError error : read.errors()) {
      problems.add(Problem.unreadable(file.span(error.start(), error.end()), error.message()));
    }
    for (BodyItem item : read.body().items()) {
      if (item instanceof BodyItem.Attribute attribute) {
        assigned.put(attribute.name(), new Assigned.InFile(file, attribute.value()));
      }
    }
  }

  private void addJson(SourceFile file) {
    JsonSyntax.Result result = JsonSyntax.read(file);
    SyntaxError error = result.error();
    if (error != null) {
      problems.add(Problem.unreadable(file.span(error.start(), error.end()), error.message()));
    }
    if (JsonSyntax.value(result.root(), file) instanceof Value.Mapping values) {
      values
          .entries()
          .forEach((name, value) -> assigned.put(name, new Assigned.Ready(file.name(), value)));
    }
  }

  /**
   * @param shown what stands for a file's path in reports
   */
  private void give(String source, String shown, String name, String value) {
    assigned.put(name, new Assigned.Given(source, new SourceFile(shown, value)));
  }

  @Nullable Assigned get(String name) {
    return assigned.get(name);
  }

  List<Problem> problems() {
    return problems;
  }
}
