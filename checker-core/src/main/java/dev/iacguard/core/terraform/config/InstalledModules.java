package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code terraform init} installed for a root module, from {@code
 * .terraform/modules/modules.json}. A call is found by its name and the folder of its caller.
 */
public final class InstalledModules {
  private final Map<String, InstalledModule> installed = new HashMap<>();

  private InstalledModules() {}

  public static InstalledModules read(
      SourceTree tree, String rootFolder, Consumer<Problem> problems) {
    InstalledModules installed = new InstalledModules();
    if (tree.installedModules(rootFolder) instanceof Content.Decoded decoded) {
      SourceFile file = decoded.file();
      JsonSyntax.Result result = JsonSyntax.read(file);
      SyntaxError error = result.error();
      if (error != null) {
        problems.accept(Problem.unreadable(file.span(error.start(), error.end()), error.message()));
      }
      if (JsonSyntax.value(result.root(), file) instanceof Value.Mapping manifest
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
