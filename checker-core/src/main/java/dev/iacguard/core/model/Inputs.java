package dev.iacguard.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user gives to the code from outside.
 *
 * @param variables {@code --var}, {@code --var-file} and {@code --var-env} in the order they were
 *     given
 * @param parameterFiles paths in the tree, {@code --parameters}
 * @param planSource the folder in the tree with the code that plans were made from, {@code
 *     --source}; null when it is to be looked for
 * @param changedOnly whether of a plan only what it changes is judged, {@code --changed-only}
 */
public record Inputs(
    List<VariableSource> variables,
    List<String> parameterFiles,
    @Nullable String planSource,
    boolean changedOnly) {
  public static final Inputs NONE = new Inputs(List.of(), List.of());

  public Inputs(List<VariableSource> variables, List<String> parameterFiles) {
    this(variables, parameterFiles, null, false);
  }

  /** One option; a later one wins over an earlier one. */
  public sealed interface VariableSource {

    record Assignment(String name, String value) implements VariableSource {}

    /**
     * @param path in the tree
     */
    record VarFile(String path) implements VariableSource {}

    /** {@code TF_VAR_name}; weaker than any file. */
    record Environment(String name, String value) implements VariableSource {}
  }
}
