package dev.iacguard.rules.config;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Computes the paths that the patterns of environments are matched against.
 *
 * @param source the policy they are written in
 * @param inputs what the stacks are given
 */
record StackPaths(PolicySource source, Inputs inputs) {
  /** The variable files that Terraform takes up by itself (Terraform documentation, Variables). */
  private static final Pattern TAKEN_UP =
      Pattern.compile("terraform\\.tfvars(\\.json)?|.*\\.auto\\.tfvars(\\.json)?");

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
    String path = source.inTree().apply(folder);
    for (String name : source.checked().files(path)) {
      if (TAKEN_UP.matcher(name).matches()) {
        paths.add(fromBase(Paths.in(path, name)));
      }
    }
    paths.add(fromBase(path));
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
