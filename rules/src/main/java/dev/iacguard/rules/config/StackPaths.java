package dev.iacguard.rules.config;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.rule.PolicySource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the patterns of environments are held against.
 *
 * @param source the policy they are written in
 * @param inputs what the stacks are given
 */
record StackPaths(PolicySource source, Inputs inputs) {

  /**
   * The stack's path and those of the variable files it is given, seen from the policy's base.
   *
   * @param stack its name; a variant's stands behind it in brackets
   */
  List<String> of(String stack) {
    List<String> paths = new ArrayList<>();
    String folder = stack;
    for (Variant variant : inputs.variants()) {
      String suffix = " (" + variant.name() + ")";
      if (stack.endsWith(suffix)) {
        folder = stack.substring(0, stack.length() - suffix.length());
        variant.files().forEach(file -> paths.add(fromBase(file)));
      }
    }
    for (VariableSource variable : inputs.variables()) {
      if (variable instanceof VariableSource.VarFile file) {
        paths.add(fromBase(file.path()));
      }
    }
    paths.add(fromBase(source.inTree().apply(folder)));
    return paths;
  }

  /** A path outside the base stays as it is. */
  private String fromBase(String path) {
    String base = source.base();
    return !base.isEmpty() && path.startsWith(base + "/")
        ? path.substring(base.length() + 1)
        : path;
  }
}
