package dev.iacguard.core.terraform.config;

import dev.iacguard.core.model.ConfigNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Selects the configuration files of a folder. */
public final class ConfigFolder {
  private ConfigFolder() {}

  /**
   * The configuration files among some names, sorted; {@code a.tofu} takes the place of {@code
   * a.tf}.
   */
  public static List<String> filesOf(List<String> names) {
    Set<String> tofu = new HashSet<>();
    for (String name : names) {
      if (ConfigNames.isTofu(name)) {
        tofu.add(ConfigNames.stem(name) + ConfigNames.isJson(name));
      }
    }
    List<String> files = new ArrayList<>();
    for (String name : names) {
      boolean replaced =
          !ConfigNames.isTofu(name)
              && tofu.contains(ConfigNames.stem(name) + ConfigNames.isJson(name));
      if (ConfigNames.isConfig(name) && !replaced) {
        files.add(name);
      }
    }
    return files;
  }
}
