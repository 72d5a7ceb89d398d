package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import java.util.List;
import java.util.Objects;

/** Loads templates for tests. */
public final class Templates {
  private Templates() {}

  /** The stack of one template. */
  public static Stack load(String text) {
    return only(new MemoryTree().with("template.yaml", text));
  }

  /** The one stack of a tree. */
  static Stack only(MemoryTree tree) {
    List<Stack> stacks = all(tree);
    assertThat(stacks).as("stacks of %s", tree.paths()).hasSize(1);
    return stacks.get(0);
  }

  static List<Stack> all(MemoryTree tree) {
    return discover(tree, List.of()).stacks().stream().map(source -> source.load()).toList();
  }

  /**
   * @param named the files named on the command line; the others are found below a named folder
   */
  static Discovery discover(MemoryTree tree, List<String> named) {
    return CloudFormationLoader.discover(tree, new Selection(named, tree.paths()), Inputs.NONE);
  }

  static Resource resource(Stack stack, String logicalId) {
    int dot = logicalId.lastIndexOf('.') + 1;
    Address address = Address.of(logicalId.substring(0, dot), logicalId.substring(dot));
    return Objects.requireNonNull(stack.resource(address), () -> "no " + logicalId);
  }

  /** Problems as {@code IG001 3:5 message}. */
  static List<String> problems(Stack stack) {
    return stack.problems().stream().map(Templates::show).toList();
  }

  private static String show(Problem problem) {
    var from = problem.at().from();
    return problem.rule() + " " + from.line() + ":" + from.column() + " " + problem.message();
  }
}
