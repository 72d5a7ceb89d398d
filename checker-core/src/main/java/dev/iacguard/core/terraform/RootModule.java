package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.config.InstalledModules;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.ModuleLibrary;
import dev.iacguard.core.terraform.config.VariableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Loads one folder as a root module, for callers that know that it is one. */
public final class RootModule {
  private final SourceTree tree;
  private final ModuleLibrary library;
  private final ModuleConfig config;

  private RootModule(SourceTree tree, ModuleLibrary library, ModuleConfig config) {
    this.tree = tree;
    this.library = library;
    this.config = config;
  }

  /** Null when there is no configuration in the folder. */
  public static @Nullable RootModule in(SourceTree tree, String folder) {
    ModuleLibrary library = new ModuleLibrary(tree);
    ModuleConfig config = library.module(folder);
    return config == null ? null : new RootModule(tree, library, config);
  }

  /** The folder as reports show it. */
  public String shown() {
    return tree.shown(config.folder());
  }

  /** {@code aws_x.name}, {@code data.aws_x.name} and {@code module.m} of all that it declares. */
  public Set<String> declarations() {
    Set<String> names = new TreeSet<>();
    for (String type : config.types()) {
      for (ModuleConfig.Entry entry : config.resources(type)) {
        switch (entry.declaration().kind()) {
          case "resource", "data" -> names.add(type + "." + entry.declaration().label(1));
          case "module" -> names.add("module." + entry.declaration().label(0));
          default -> {}
        }
      }
    }
    return names;
  }

  /**
   * Reads it.
   *
   * @param variables values of its variables; they win over all that the folder gives them
   */
  public Stack load(Map<String, Value> variables) {
    String folder = config.folder();
    RootVariables given =
        RootVariables.of(
            folder, tree.files(folder), Inputs.NONE, null, path -> VariableFile.read(tree, path));
    given.assign(variables);
    List<Problem> problems = new ArrayList<>();
    InstalledModules installed = InstalledModules.read(tree, folder, problems::add);
    TerraformStack stack =
        new TerraformStack(
            shown(), "", tree, library, config, installed, given, false, new WorkBudget());
    problems.forEach(stack::report);
    return stack;
  }
}
