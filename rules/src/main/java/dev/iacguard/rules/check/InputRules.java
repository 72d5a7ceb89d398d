package dev.iacguard.rules.check;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import java.util.List;

/**
 * Declares the rules about the input itself. They have no class: what reads the input reports them.
 */
public final class InputRules {
  public static final List<RuleInfo> INFOS =
      List.of(
          new RuleInfo(
              Problem.UNREADABLE, "unreadable-input", "File cannot be read", Severity.ERROR),
          new RuleInfo(
              Problem.NOT_AVAILABLE,
              "module-not-available",
              "Module is not in the tree",
              Severity.WARNING),
          new RuleInfo(
              "IG003",
              "invalid-waiver",
              "Suppression is invalid or matches nothing",
              Severity.ERROR),
          new RuleInfo(Problem.LIMIT, "limit-exceeded", "Input exceeds a limit", Severity.ERROR),
          new RuleInfo(
              Problem.POLICY_CHANGED,
              "policy-changed",
              "Change edits the policy that checks it",
              Severity.WARNING));

  private InputRules() {}
}
