package dev.iacguard.core.terraform;

import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.config.ConfigFile;
import dev.iacguard.core.terraform.config.ConfigFolder;
import dev.iacguard.core.terraform.config.DeployedModules;
import dev.iacguard.core.terraform.config.InstalledModules;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.ModuleLibrary;
import dev.iacguard.core.terraform.config.VariableFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds Terraform and OpenTofu root modules: folders with configuration that no other folder calls,
 * that configure a backend or a provider, that have variable files, or that were named.
 */
public final class TerraformLoader {
  private final SourceTree tree;
  private final Inputs inputs;
  private final ModuleLibrary library;
  private final Map<String, VariableFile> variableFiles = new ConcurrentHashMap<>();

  private TerraformLoader(SourceTree tree, Inputs inputs) {
    this.tree = tree;
    this.inputs = inputs;
    this.library = new ModuleLibrary(tree);
  }

  /**
   * The stacks below what is selected. Modules they call are read wherever they lie in the tree.
   */
  public static Discovery discover(SourceTree tree, Selection selection, Inputs inputs) {
    return new TerraformLoader(tree, inputs).discover(selection);
  }

  private Discovery discover(Selection selection) {
    Map<String, List<String>> folders = folders(selection);
    Set<String> files = new TreeSet<>();
    Map<String, ModuleConfig> modules = new TreeMap<>();
    for (ModuleConfig config : read(folders)) {
      modules.put(config.folder(), config);
    }
    folders.forEach((folder, names) -> names.forEach(name -> files.add(Paths.in(folder, name))));
    Set<String> called = new HashSet<>();
    for (ModuleConfig config : modules.values()) {
      RootVariables given = config.isTofu() ? variables(config, null) : null;
      for (String folder : library.localCalls(config, given)) {
        called.add(folder);
        called.add(tree.real(folder));
      }
    }
    for (String folder : called) {
      ModuleConfig config = modules.get(folder);
      if (config != null) {
        library.put(config);
      }
    }
    Set<String> named = namedFolders(selection);
    modules
        .values()
        .removeIf(
            config ->
                called.contains(config.folder())
                    && !named.contains(config.folder())
                    && !config.isDeployedItself());
    DeployedModules deployed = DeployedModules.read(tree, selection.files(), library);
    for (String folder : deployed.folders()) {
      ModuleConfig config = library.module(folder);
      if (config != null) {
        modules.put(folder, config);
      }
    }
    files.addAll(deployed.files());
    return new Discovery(stacks(modules, deployed), files, deployed.problems());
  }

  /**
   * @param roots by folder
   */
  private List<StackSource> stacks(Map<String, ModuleConfig> roots, DeployedModules deployed) {
    Variants variants = new Variants(inputs.variants(), roots.keySet());
    List<Root> stacks = new ArrayList<>();
    for (ModuleConfig config : roots.values()) {
      List<Variant> asked = variants.of(config.folder());
      List<Variant> own = asked.isEmpty() ? deployed.of(config.folder()) : asked;
      for (Variant variant : asked.isEmpty() ? own : List.<Variant>of()) {
        variant.files().forEach(name -> takeOver(name, deployed.given(name)));
      }
      own.forEach(variant -> stacks.add(new Root(config, variant)));
      if (own.isEmpty()) {
        stacks.add(new Root(config, null));
      }
    }
    NamedLogGroups groups =
        new NamedLogGroups(List.copyOf(stacks), new WorkBudget(inputs.workFactor()));
    stacks.forEach(stack -> stack.groups = groups);
    return List.copyOf(stacks);
  }

  /**
   * Every folder that holds a selected configuration file, with all its configuration and variable
   * files.
   */
  private Map<String, List<String>> folders(Selection selection) {
    Set<String> names = new TreeSet<>();
    for (String path : selection.files()) {
      if (ConfigNames.isConfig(path)) {
        names.add(Paths.folder(path));
      }
    }
    Map<String, List<String>> folders = new TreeMap<>();
    for (String folder : names) {
      folders.put(folder, tree.files(folder).stream().filter(ConfigNames::isSource).toList());
    }
    return folders;
  }

  /**
   * Reads all folders, several files at a time; the result does not depend on the order they are
   * read in.
   */
  private List<ModuleConfig> read(Map<String, List<String>> folders) {
    return List.copyOf(folders.entrySet()).parallelStream()
        .map(
            entry -> {
              List<ConfigFile> files = new ArrayList<>();
              for (String name : ConfigFolder.filesOf(entry.getValue())) {
                files.add(ConfigFile.read(tree, Paths.in(entry.getKey(), name)));
              }
              return ModuleConfig.of(entry.getKey(), files);
            })
        .toList();
  }

  private static Set<String> namedFolders(Selection selection) {
    Set<String> folders = new HashSet<>();
    for (String path : selection.named()) {
      folders.add(ConfigNames.isConfig(path) ? Paths.folder(path) : path);
    }
    return folders;
  }

  private RootVariables variables(ModuleConfig config, @Nullable Variant variant) {
    String folder = config.folder();
    return RootVariables.of(folder, tree.files(folder), inputs, variant, this::variableFile);
  }

  private void takeOver(String name, @Nullable VariableFile values) {
    if (values != null) {
      variableFiles.put(name, values);
    }
  }

  private VariableFile variableFile(String path) {
    return variableFiles.computeIfAbsent(path, at -> VariableFile.read(tree, at));
  }

  /** A root module that was found. */
  private final class Root implements StackSource, OtherRoots.StackLoading {
    private final ModuleConfig config;
    private final @Nullable Variant variant;
    private NamedLogGroups groups = new NamedLogGroups(List.of(), new WorkBudget());

    Root(ModuleConfig config, @Nullable Variant variant) {
      this.config = config;
      this.variant = variant;
    }

    @Override
    public String name() {
      String folder = tree.shown(config.folder());
      return variant == null ? folder : folder + " (" + variant.name() + ")";
    }

    @Override
    public String folder() {
      return config.folder();
    }

    @Override
    public Stack load(WorkBudget work) {
      TerraformStack stack = load("", work);
      stack.findsElsewhereBy(new OtherRoots(groups, this, work, stack::report));
      UnseenTemplates.of(stack).forEach(stack::report);
      return stack;
    }

    @Override
    public TerraformStack load(String path, WorkBudget work) {
      RootVariables variables = variables(config, variant);
      List<Problem> problems = new ArrayList<>();
      InstalledModules installed = InstalledModules.read(tree, folder(), problems::add);
      TerraformStack stack =
          new TerraformStack(name(), path, tree, library, config, installed, variables, true, work);
      problems.forEach(stack::report);
      return stack;
    }
  }
}
