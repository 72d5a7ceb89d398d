package dev.iacguard.cli.run;

import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.source.FolderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the files with variables and parameters in the tree. */
record InputValues(FolderTree tree, NamedPaths paths, PipedValues piped) {
  /** What Terraform takes for a variable in the environment starts with this. */
  private static final String VARIABLE = "TF_VAR_";

  Inputs of(InputOptions options, Map<String, String> environment) {
    List<VariableSource> variables = new ArrayList<>();
    for (VariableSource variable : options.values().variables()) {
      variables.add(
          variable instanceof VariableSource.VarFile file
              ? new VariableSource.VarFile(inTree(file.path()))
              : variable);
    }
    List<Variant> variants = new ArrayList<>();
    for (Variant variant : options.values().variants()) {
      variants.add(new Variant(variant.name(), inTree(variant.files())));
    }
    return new Inputs(
        options.values().environment() ? variables(environment) : Map.of(),
        List.copyOf(variables),
        List.copyOf(variants),
        inTree(options.values().parameterFiles()),
        new Inputs.Plans(
            options.plan().source() == null
                ? null
                : ResolvedInput.inTree(tree, paths.source(options.plan().source())),
            options.plan().changedOnly()),
        options.workFactor(),
        new DeployedExports(paths).read(options.deployed()));
  }

  private List<String> inTree(List<String> files) {
    return files.stream().map(this::inTree).toList();
  }

  /** The values of {@code TF_VAR_*} by the names of the variables. */
  private static Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(VARIABLE)) {
            variables.put(name.substring(VARIABLE.length()), value);
          }
        });
    return Collections.unmodifiableMap(variables);
  }

  private String inTree(String file) {
    @Nullable String path = piped.paths().get(file);
    return path == null ? ResolvedInput.inTree(tree, paths.real(file)) : path;
  }
}
