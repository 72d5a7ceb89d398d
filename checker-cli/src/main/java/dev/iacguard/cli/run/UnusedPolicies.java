package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds policy files that look as if they applied and do not. */
final class UnusedPolicies {
  /** Names that other programs would take a policy by. */
  private static final Set<String> MISNAMED =
      Set.of(
          ".iac-guard.yaml",
          ".iac-guard.yml",
          "iac-guard.json",
          "iac_guard.yaml",
          "iac_guard.yml",
          "iacguard.yaml",
          "iacguard.yml");

  private static final String NEAREST =
      "one policy applies to the whole run: the nearest at or above the checked paths; check"
          + " that directory by itself, or use --config";

  private static final String CALLED = "a policy is called " + PolicyChoice.NAMES.get(0);

  private UnusedPolicies() {}

  /**
   * Says so in one line when there are any.
   *
   * @param files paths in the tree of all that is looked at
   * @param used paths in the tree of the policy's own files
   */
  static void say(
      List<String> files,
      Set<String> used,
      ResolvedInput resolvedInput,
      CliEnvironment cliEnvironment) {
    List<String> unused = new ArrayList<>();
    boolean named = false;
    for (String file : files) {
      String name = Paths.name(file);
      boolean policy = PolicyChoice.NAMES.contains(name);
      if ((policy || MISNAMED.contains(name)) && !used.contains(file)) {
        named |= policy;
        unused.add(resolvedInput.tree().shown(file));
      }
    }
    if (!unused.isEmpty()) {
      cliEnvironment.say(words(unused) + ": " + (named ? NEAREST : CALLED));
    }
  }

  private static String words(List<String> unused) {
    return unused.size() == 1
        ? unused.get(0) + " is not used"
        : unused.get(0) + " and " + (unused.size() - 1) + " more are not used";
  }
}
