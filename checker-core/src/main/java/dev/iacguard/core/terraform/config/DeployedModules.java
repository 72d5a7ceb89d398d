package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the modules that Terragrunt units ({@code terragrunt.hcl}) and the components of Terraform
 * Stacks ({@code *.tfcomponent.hcl}) deploy, with the inputs that they give.
 */
public final class DeployedModules {
  private static final List<String> UNREAD =
      List.of("terragrunt.hcl.json", ".tfcomponent.json", ".tfstack.json");

  private final SourceTree tree;
  private final ModuleLibrary library;
  private final TerragruntSources sources;
  private final Map<String, List<Variant>> variants = new TreeMap<>();
  private final Map<String, VariableFile> given = new HashMap<>();
  private final Set<String> files = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  private DeployedModules(SourceTree tree, ModuleLibrary library) {
    this.tree = tree;
    this.library = library;
    this.sources = new TerragruntSources(tree);
  }

  /**
   * Reads the units and components among some files.
   *
   * @param paths in the tree, sorted
   */
  public static DeployedModules read(SourceTree tree, List<String> paths, ModuleLibrary library) {
    DeployedModules modules = new DeployedModules(tree, library);
    List<TerragruntUnit> units = new ArrayList<>();
    Set<String> included = new HashSet<>();
    Map<String, HclFile> components = new LinkedHashMap<>();
    Map<String, Value> tags = new HashMap<>();
    for (String path : paths) {
      modules.nameUnread(path);
      boolean unit = Paths.name(path).equals(TerragruntUnit.FILE);
      if (unit || path.endsWith(".tfcomponent.hcl") || path.endsWith(".tfstack.hcl")) {
        HclFile file = modules.file(path);
        if (file != null && unit) {
          TerragruntUnit read = TerragruntUnit.read(modules.sources, path, file);
          units.add(read);
          included.addAll(read.includes());
        } else if (file != null) {
          components.put(path, file);
          Value found = OutsideProvider.ofStack(file, tree.shown(path));
          if (found != null) {
            tags.putIfAbsent(Paths.folder(path), found);
          }
        }
      }
    }
    components.forEach(
        (path, file) -> modules.addComponents(path, file, tags.get(Paths.folder(path))));
    // What others include is no unit of its own.
    units.stream().filter(unit -> !included.contains(unit.path())).forEach(modules::addUnit);
    return modules;
  }

  /** Units and components in JSON syntax are rare and not read. */
  private void nameUnread(String path) {
    if (UNREAD.stream().anyMatch(path::endsWith)
        && tree.read(path) instanceof Content.Decoded decoded) {
      problems.add(
          Problem.notAvailable(
                  decoded.file().span(0, 0),
                  Paths.name(path) + " is not read; write it in HCL to see the values it gives")
              .amongOthers("files are not read; write them in HCL to see the values they give"));
    }
  }

  private @Nullable HclFile file(String path) {
    files.add(path);
    return switch (tree.read(path)) {
      case Content.Failed failed -> {
        problems.add(Problem.failed(failed, "file "));
        yield null;
      }
      case Content.Decoded decoded -> hcl(decoded.file());
    };
  }

  private HclFile hcl(SourceFile file) {
    HclFile read = HclReader.read(file);
    for (SyntaxError error : read.errors()) {
      problems.add(Problem.unreadable(file.span(error.start(), error.end()), error.message()));
    }
    return read;
  }

  private void addUnit(TerragruntUnit unit) {
    TerragruntUnit.ModuleSource source = unit.source();
    String path = unit.path();
    if (source != null) {
      Span at = source.written().span(source.file());
      add(path, path, source.text(), at, config -> unit.inputs().of(config, unit.providerTags()));
    } else if (library.module(Paths.folder(path)) != null) {
      add(path, Paths.folder(path), config -> unit.inputs().of(config, unit.providerTags()));
    }
  }

  private void addComponents(String path, HclFile file, @Nullable Value tags) {
    for (BodyItem.Block component : file.body().blocks("component")) {
      BodyItem.Attribute source = component.body().attribute("source");
      if (source != null) {
        String name = path + " component." + component.label(0);
        DeployedInputs inputs =
            DeployedInputs.of(
                component.body(),
                new TerragruntFile(sources, file, path, path, Map.of()),
                tree.shown(path));
        String text =
            source.value() instanceof Expression.Template written ? written.literal() : null;
        Span at = source.value().span(file.file());
        add(path, name, text, at, config -> inputs.of(config, tags));
      }
    }
  }

  /**
   * @param text null when it is not known
   */
  private void add(
      String path,
      String name,
      @Nullable String text,
      Span at,
      Function<ModuleConfig, VariableFile> inputs) {
    String folder = text == null ? null : TerragruntPaths.resolve(path, text);
    boolean local = text != null && (text.startsWith(".") || text.startsWith("/"));
    if (local && folder != null && library.module(folder) != null) {
      add(name, folder, inputs);
    } else if (named.add(String.valueOf(text))) {
      problems.add(
          text == null
              ? Problem.notAvailable(
                  at,
                  "the module's source is not a literal string, so that its inputs are not read")
              : Problem.notAvailable(at, "module \"" + text + "\" is not in the tree")
                  .amongOthers("modules are not in the tree"));
    }
  }

  private void add(String name, String folder, Function<ModuleConfig, VariableFile> inputs) {
    ModuleConfig config = library.module(folder);
    if (config != null) {
      given.put(name, inputs.apply(config));
      variants
          .computeIfAbsent(folder, key -> new ArrayList<>())
          .add(new Variant(name, List.of(name)));
    }
  }

  /** The folders of the modules, sorted. */
  public Set<String> folders() {
    return variants.keySet();
  }

  /** How often, and with which values, the module in a folder is deployed. */
  public List<Variant> of(String folder) {
    return variants.getOrDefault(folder, List.of());
  }

  /** What a variant of {@link #of} gives; null for the path of any other file. */
  public @Nullable VariableFile given(String path) {
    return given.get(path);
  }

  /** The paths of the files that were read. */
  public Set<String> files() {
    return files;
  }

  /** What is wrong with them. */
  public List<Problem> problems() {
    return problems;
  }
}
