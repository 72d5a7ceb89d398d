package dev.iacguard.core.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a user gives to the code from outside.
 *
 * @param environment {@code TF_VAR_*} by variable, where that was asked for; weaker than any file
 * @param variables {@code --var} and {@code --var-file} in the order they were given; stronger than
 *     any variant
 * @param variants what else a Terraform stack is to be judged with
 * @param parameterFiles paths in the tree, {@code --parameters}
 * @param plans how plans are judged
 * @param workFactor how many times the usual work is allowed, {@code --max-work}
 * @param deployed what is known of the accounts that the code may be deployed to, {@code
 *     --deployed}
 */
public record Inputs(
    Map<String, String> environment,
    List<VariableSource> variables,
    List<Variant> variants,
    List<String> parameterFiles,
    Plans plans,
    int workFactor,
    Deployed deployed) {
  public static final Inputs NONE = new Inputs(List.of(), List.of());

  public Inputs(List<VariableSource> variables, List<String> parameterFiles) {
    this(Map.of(), variables, List.of(), parameterFiles);
  }

  public Inputs(
      Map<String, String> environment,
      List<VariableSource> variables,
      List<Variant> variants,
      List<String> parameterFiles) {
    this(environment, variables, variants, parameterFiles, Plans.WHOLE);
  }

  /** With the usual bounds. */
  public Inputs(
      Map<String, String> environment,
      List<VariableSource> variables,
      List<Variant> variants,
      List<String> parameterFiles,
      Plans plans) {
    this(environment, variables, variants, parameterFiles, plans, 1, Deployed.NONE);
  }

  /** The same with other variants. */
  public Inputs with(List<Variant> others) {
    return new Inputs(environment, variables, others, parameterFiles, plans, workFactor, deployed);
  }

  /** The same with what is known of accounts. */
  public Inputs with(Deployed accounts) {
    return new Inputs(
        environment, variables, variants, parameterFiles, plans, workFactor, accounts);
  }

  /** One option; a later one wins over an earlier one. */
  public sealed interface VariableSource {

    record Assignment(String name, String value) implements VariableSource {}

    /**
     * @param path in the tree
     */
    record VarFile(String path) implements VariableSource {}
  }

  /**
   * One of several sets of variable files that a stack is deployed with. It is meant for the stacks
   * whose folders hold its files (the nearest one around each file), or for every stack when none
   * of them does. A stack with variants is judged once for each of them and not without.
   *
   * @param name told from those of the others; stands behind the stack's name in reports
   * @param files paths in the tree; a later one wins over an earlier one
   */
  public record Variant(String name, List<String> files) {}

  /**
   * How plans are judged.
   *
   * @param source the folder in the tree with the code that they were made from, {@code --source};
   *     null when it is to be looked for
   * @param changedOnly whether only what they change is judged, {@code --changed-only}
   */
  public record Plans(@Nullable String source, boolean changedOnly) {
    public static final Plans WHOLE = new Plans(null, false);
  }
}
