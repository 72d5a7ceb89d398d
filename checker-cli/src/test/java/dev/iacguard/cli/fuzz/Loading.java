package dev.iacguard.cli.fuzz;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.plan.PlanLoader;
import java.util.ArrayList;
import java.util.List;

/** Files that become resources without evaluation: plans, states, values of parameters. */
final class Loading {
  private static final List<ReadType> TYPES = Judging.RULES.resourceTypes();
  private static final String EMPTY = "Resources: {A: {Type: AWS::Logs::LogGroup}}";

  private Loading() {}

  static Object plan(byte[] input) {
    return shown("plan.json", input);
  }

  static Object state(byte[] input) {
    return shown("terraform.tfstate", input);
  }

  private static Object shown(String path, byte[] input) {
    InputFiles tree = InputFiles.single(path, input);
    Discovery found = PlanLoader.discover(tree, tree.selection(), Inputs.NONE, TYPES);
    List<Object> seen = new ArrayList<>(Places.ofProblems(found.problems()));
    for (StackSource source : found.stacks()) {
      Stack stack = source.load();
      seen.addAll(Places.ofProblems(stack.problems()));
      for (ReadType type : TYPES) {
        for (Resource resource : stack.resources(type.name())) {
          Places.require(resource.span(), "resource");
          seen.add(resource.address());
        }
      }
    }
    return seen;
  }

  /** The values of parameters that a file gives, beside a template without any. */
  static Object parameters(byte[] input) {
    InputFiles tree = InputFiles.single("parameters.json", input).with("template.yaml", EMPTY);
    Inputs given = new Inputs(List.of(), List.of("parameters.json"));
    return Places.ofProblems(
        CloudFormationLoader.discover(tree, tree.selection(), given).problems());
  }
}
