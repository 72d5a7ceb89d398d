package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.ModuleSource;
import dev.iacguard.core.terraform.config.VariableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the root module's variables are given: the environment where that was asked for, {@code
 * terraform.tfvars}, then {@code *.auto.tfvars} by name, then the variant's files, then the command
 * line in its order; the last one wins.
 */
public final class RootVariables implements ModuleSource.Variables {
  private final Function<String, VariableFile> files;
  private final Map<String, Assigned> assigned = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private @Nullable Value providerTags;

  private RootVariables(Function<String, VariableFile> files) {
    this.files = files;
  }

  /** A value as it was given. */
  sealed interface Assigned {

    /** Where it was given: a file's name or the option. */
    String source();

    /**
     * @param literal whether the variable takes plain text: it has a primitive type or none
     */
    Value value(ModuleInstance module, boolean literal);
  }

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

  /**
   * @param names of the files in the root module's folder, sorted
   * @param variant null when there are no variants of this stack
   * @param files reads a variable file by its path in the tree
   */
  static RootVariables of(
      String rootFolder,
      List<String> names,
      Inputs inputs,
      Inputs.@Nullable Variant variant,
      Function<String, VariableFile> files) {
    RootVariables variables = new RootVariables(files);
    inputs
        .environment()
        .forEach((name, value) -> variables.give("TF_VAR_" + name, "TF_VAR_" + name, name, value));
    for (String name : List.of("terraform.tfvars", "terraform.tfvars.json")) {
      if (names.contains(name)) {
        variables.addFile(Paths.in(rootFolder, name));
      }
    }
    for (String name : names) {
      if (ConfigNames.isAutomaticVariables(name) && !name.startsWith("terraform.tfvars")) {
        variables.addFile(Paths.in(rootFolder, name));
      }
    }
    if (variant != null) {
      variant.files().forEach(variables::addFile);
    }
    for (Inputs.VariableSource source : inputs.variables()) {
      switch (source) {
        case Inputs.VariableSource.VarFile file -> variables.addFile(file.path());
        case Inputs.VariableSource.Assignment option ->
            variables.give("--var", "--var " + option.name(), option.name(), option.value());
      }
    }
    return variables;
  }

  /** Takes over values that are known from elsewhere to be the variables'. */
  void assign(Map<String, Value> values) {
    values.forEach((name, value) -> assigned.put(name, new Ready("plan", value)));
  }

  private void addFile(String path) {
    VariableFile file = files.apply(path);
    problems.addAll(file.problems());
    providerTags = file.providerTags() == null ? providerTags : file.providerTags();
    file.values().forEach((name, entry) -> assigned.put(name, assigned(entry)));
  }

  private static Assigned assigned(VariableFile.Entry entry) {
    return switch (entry) {
      case VariableFile.Expressed given -> new InFile(given.file(), given.expression());
      case VariableFile.Literal given -> new Ready(given.source(), given.value());
    };
  }

  /**
   * @param shown the path of a file as reports show it
   */
  private void give(String source, String shown, String name, String value) {
    assigned.put(name, new Given(source, new SourceFile(shown, value)));
  }

  @Override
  public VariableFile.@Nullable Entry entry(String name) {
    return switch (get(name)) {
      case InFile file -> new VariableFile.Expressed(file.file(), file.expression());
      case Ready ready -> new VariableFile.Literal(ready.source(), ready.known());
      case Given given ->
          new VariableFile.Literal(
              given.source(), Value.Text.of(given.text().text(), Origin.at(given.text().all())));
      case null -> null;
    };
  }

  /**
   * The same, but that some variables can have any value instead of their default.
   *
   * @param names {@code var.days}
   */
  RootVariables opened(Set<String> names) {
    RootVariables opened = new RootVariables(files);
    opened.assigned.putAll(assigned);
    opened.open.addAll(names);
    opened.providerTags = providerTags;
    return opened;
  }

  boolean areOpen(Set<String> names) {
    return open.containsAll(names);
  }

  /** True when the default of a variable does not count. */
  boolean isOpen(String name) {
    return open.contains("var." + name);
  }

  @Nullable Assigned get(String name) {
    return assigned.get(name);
  }

  /** The tags of a provider that is configured outside the root module; null without any. */
  @Nullable Value providerTags() {
    return providerTags;
  }

  List<Problem> problems() {
    return problems;
  }
}
