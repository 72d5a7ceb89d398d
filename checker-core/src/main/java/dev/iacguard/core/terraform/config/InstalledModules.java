package dev.iacguard.core.terraform.config;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code terraform init} installed for a root module, from {@code
 * .terraform/modules/modules.json}. A call is found by its name and the folder of its caller.
 */
public final class InstalledModules {
  private final Map<String, InstalledModule> installed = new HashMap<>();

  private InstalledModules() {}

  public static InstalledModules read(SourceTree tree, String rootFolder) {
    InstalledModules installed = new InstalledModules();
    if (tree.installedModules(rootFolder) instanceof Content.Decoded decoded) {
      if (JsonSyntax.value(JsonSyntax.read(decoded.file()).root(), decoded.file())
              instanceof Value.Mapping manifest
          && manifest.get("Modules") instanceof Value.Sequence modules) {
        installed.addAll(rootFolder, modules);
      }
    }
    return installed;
  }

  private void addAll(String rootFolder, Value.Sequence modules) {
    Map<String, InstalledModule> byKey = new HashMap<>();
    byKey.put("", new InstalledModule(rootFolder, "", ""));
    for (Value module : modules.elements()) {
      if (module instanceof Value.Mapping entry) {
        String folder = Paths.resolve(rootFolder, text(entry, "Dir"));
        if (folder != null) {
          byKey.put(
              text(entry, "Key"),
              new InstalledModule(folder, text(entry, "Source"), text(entry, "Version")));
        }
      }
    }
    byKey.forEach(
        (key, module) -> {
          int dot = key.lastIndexOf('.');
          InstalledModule caller = byKey.get(dot < 0 ? "" : key.substring(0, dot));
          if (caller != null && !key.isEmpty()) {
            installed.put(caller.folder() + '\n' + key.substring(dot + 1), module);
          }
        });
  }

  private static String text(Value.Mapping entry, String name) {
    Value value = entry.get(name);
    String text = Conversions.knownText(value);
    return text == null ? "" : text;
  }

  /** What was installed for a call from {@code callerFolder}, or null. */
  @Nullable InstalledModule of(String callerFolder, String call) {
    return installed.get(callerFolder + '\n' + call);
  }
}
