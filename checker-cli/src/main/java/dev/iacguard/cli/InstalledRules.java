package dev.iacguard.cli;

import dev.iacguard.core.rule.RulePack;
import java.util.ServiceLoader;

/** The rules that are on the class path; this module knows none of them by name. */
final class InstalledRules {
  private InstalledRules() {}

  static RulePack pack() {
    return ServiceLoader.load(RulePack.class, RulePack.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rules are installed"));
  }
}
