package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
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
 * What the root module's variables are given: {@code terraform.tfvars}, then {@code *.auto.tfvars}
 * by name, then the command line in its order; the last one wins. Environment variables are not
 * read, so that the same files give the same report.
 */
final class RootVariables {
  private final Map<String, Assigned> assigned = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private RootVariables() {}

  /** A value as it was given. */
  sealed interface Assigned {

    /** Where it was given: a file's name or the option. */
    String source();

    Value value(ModuleInstance module);

    record InFile(SourceFile file, Expression expression) implements Assigned {
      @Override
      public String source() {
        return file.name();
      }

      @Override
      public Value value(ModuleInstance module) {
        return Evaluator.evaluate(expression, Scope.of(module, file, Repetition.SINGLE));
      }
    }

    record Ready(String source, Value known) implements Assigned {
      @Override
      public Value value(ModuleInstance module) {
        return known;
      }
    }
  }

  static RootVariables read(SourceTree tree, String rootFolder, Inputs inputs) {
    RootVariables variables = new RootVariables();
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
        case Inputs.VariableSource.Assignment option -> variables.addOption(option);
      }
    }
    return variables;
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

  /** A value on the command line is an expression where it reads as one, otherwise plain text. */
  private void addOption(Inputs.VariableSource.Assignment option) {
    SourceFile file = new SourceFile("--var " + option.name(), option.value());
    var read = HclReader.readExpression(file);
    boolean isExpression =
        read.errors().isEmpty()
            && (read.expression() instanceof Expression.Tuple
                || read.expression() instanceof Expression.Obj
                || read.expression() instanceof Expression.Template);
    assigned.put(
        option.name(),
        isExpression
            ? new Assigned.InFile(file, read.expression())
            : new Assigned.Ready("--var", Value.Text.of(option.value(), Origin.at(file.all()))));
  }

  @Nullable Assigned get(String name) {
    return assigned.get(name);
  }

  List<Problem> problems() {
    return problems;
  }
}
