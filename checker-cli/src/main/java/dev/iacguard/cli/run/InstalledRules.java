package dev.iacguard.cli.run;

import dev.iacguard.core.rule.pack.RulePack;
import java.util.ServiceLoader;

/** Loads the rules on the class path; this module knows none of them by name. */
public final class InstalledRules {
  private InstalledRules() {}

  public static RulePack pack() {
    return ServiceLoader.load(RulePack.class, RulePack.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rules are installed"));
  }
}
