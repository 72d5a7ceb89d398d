package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.RulePack;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses names in options of fixes that the policy does not have. */
final class KnownNames {
  private KnownNames() {}

  static void requireRules(List<String> ids, RulePack pack) {
    Set<String> known =
        pack.rules().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    require("--rule", ids, known, "there is no such rule");
  }

  static void requireTags(GivenValues given, RulePack pack) {
    require(
        "--set", given.values().keySet(), pack.givenKeys(), "there is no such tag in the policy");
  }

  private static void require(
      String option, Collection<String> names, Set<String> known, String problem) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(option + " " + name + ": " + problem + Nearest.hint(name, known));
      }
    }
  }
}
