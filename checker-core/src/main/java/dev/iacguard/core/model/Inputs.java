package dev.iacguard.core.model;

import java.util.List;

/**
 * What the user gives to the code from outside.
 *
 * @param variables {@code --var}, {@code --var-file} and {@code --var-env} in the order they were
 *     given
 * @param parameterFiles paths in the tree, {@code --parameters}
 */
public record Inputs(List<VariableSource> variables, List<String> parameterFiles) {
  public static final Inputs NONE = new Inputs(List.of(), List.of());

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
