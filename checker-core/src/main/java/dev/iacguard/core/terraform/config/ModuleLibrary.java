package dev.iacguard.core.terraform.config;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The modules of a tree by folder; each is read once. Stacks may ask at the same time. */
public final class ModuleLibrary {
  private final SourceTree tree;
  private final Map<String, ModuleConfig> known = new ConcurrentHashMap<>();

  public ModuleLibrary(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * What a module call leads to.
   *
   * @param config null when it is not in the tree
   * @param problem why there is none; null when there is one
   */
  public record Target(@Nullable ModuleConfig config, @Nullable Problem problem) {
    static Target of(ModuleConfig config) {
      return new Target(config, null);
    }

    static Target missing(Span at, String reason) {
      return missing(at, reason, "");
    }

    static Target missing(Span at, String reason, String several) {
      return new Target(null, Problem.notAvailable(at, reason).amongOthers(several));
    }
  }

  /** Takes over a module that was read already. */
  public void put(ModuleConfig config) {
    known.put(config.folder(), config);
  }

  /** The module in a folder, or null when there is no configuration in it. */
  @Nullable
  public ModuleConfig module(String folder) {
    return known.computeIfAbsent(folder, this::read);
  }

  private @Nullable ModuleConfig read(String folder) {
    List<ConfigFile> files = new ArrayList<>();
    for (String name : ConfigFolder.filesOf(tree.files(folder))) {
      files.add(ConfigFile.read(tree, Paths.in(folder, name)));
    }
    return files.isEmpty() ? null : ModuleConfig.of(folder, files);
  }

  public Target called(ModuleConfig caller, ModuleConfig.Entry call, CallContext context) {
    LayeredBody.Located source = call.body().attribute("source");
    Span header = call.declaration().header();
    if (source == null) {
      return Target.missing(header, "module \"" + call.declaration().label(0) + "\" has no source");
    }
    Span at = source.expression().span(source.file());
    String text = context.source(caller, source);
    if (text == null) {
      return Target.missing(at, ModuleSource.whyUnknown(caller, source.expression()));
    }
    if (!isLocal(text)) {
      return installed(caller, call, text, at, context);
    }
    String folder = Paths.resolve(caller.folder(), text);
    if (folder == null) {
      return Target.missing(at, "module \"" + text + "\" lies outside the checked tree");
    }
    ModuleConfig config = module(folder);
    if (config == null && !tree.mayRead(folder)) {
      return Target.missing(at, tree.shown(folder) + " is left out or leads out of the tree");
    }
    return config != null
        ? Target.of(config)
        : Target.missing(
            at,
            "there is no configuration in " + tree.shown(folder),
            "folders of modules hold no configuration");
  }

  private Target installed(
      ModuleConfig caller, ModuleConfig.Entry call, String text, Span at, CallContext context) {
    InstalledModule found = context.installed().of(caller.folder(), call.declaration().label(0));
    ModuleConfig config = found == null ? null : module(found.folder());
    if (found == null || config == null) {
      return notInstalled(caller, text, at);
    }
    LayeredBody.Located version = call.body().attribute("version");
    String objection =
        found.objection(
            text, version == null ? null : ModuleSource.text(caller, version.expression(), null));
    return objection.isEmpty()
        ? Target.of(config)
        : Target.missing(
            at,
            "module \"" + text + "\" " + objection + "; 'terraform init' would replace it");
  }

  /** A folder of that name beside is not meant: local sources start with a dot. */
  private Target notInstalled(ModuleConfig caller, String text, Span at) {
    String beside = Paths.resolve(caller.folder(), text);
    if (beside == null || module(beside) == null) {
      return Target.missing(
          at,
          "module \"" + text + "\" is not in the tree; 'terraform init' would fetch it",
          "modules are not in the tree; 'terraform init' would fetch them");
    }
    return Target.missing(
        at,
        "module \""
        + text
        + (InstalledModule.isRegistryAddress(text)
            ? "\" is an address of the registry"
            : "\" is not an address of a module")
        + "; the folder is \"./"
        + text
        + '"');
  }

  /**
   * The folders that a module calls by a relative path, whether they hold configuration or not.
   *
   * @param inputs the values of its variables as a root module, where OpenTofu may need them
   */
  public List<String> localCalls(ModuleConfig config, ModuleSource.@Nullable Variables inputs) {
    List<String> folders = new ArrayList<>();
    for (ModuleConfig.Entry call : config.calls()) {
      LayeredBody.Located source = call.body().attribute("source");
      String text = source == null ? null : ModuleSource.text(config, source.expression(), inputs);
      String folder = text != null && isLocal(text) ? Paths.resolve(config.folder(), text) : null;
      if (folder != null) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static boolean isLocal(String source) {
    return source.startsWith("./")
        || source.startsWith("../")
        || source.equals(".")
        || source.equals("..");
  }
}
