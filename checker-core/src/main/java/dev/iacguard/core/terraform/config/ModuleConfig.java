package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configuration of one folder, merged from its files; nothing is evaluated. */
public final class ModuleConfig {
  private final String folder;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Entry>> byType = new LinkedHashMap<>();
  private final Map<String, Local> locals = new LinkedHashMap<>();
  private final NearNames nearNames = new NearNames(this);
  private final List<Entry> providers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean hasBackend;
  private boolean tofu;

  /** A declaration with the overrides that are laid over it. */
  public static final class Entry {
    private final Declaration declaration;
    private final List<Declaration> overrides = new ArrayList<>();
    private @Nullable LayeredBody body;

    Entry(Declaration declaration) {
      this.declaration = declaration;
    }

    public Declaration declaration() {
      return declaration;
    }

    public LayeredBody body() {
      LayeredBody cached = body;
      if (cached == null) {
        List<LayeredBody.Layer> layers = new ArrayList<>();
        layers.add(new LayeredBody.Layer(declaration.file(), declaration.body()));
        for (Declaration override : overrides) {
          layers.add(new LayeredBody.Layer(override.file(), override.body()));
        }
        cached = new LayeredBody(List.copyOf(layers));
        body = cached;
      }
      return cached;
    }
  }

  /**
   * A local value: one attribute of a block.
   *
   * @param index which item of the block's body it is
   */
  public record Local(Declaration block, int index) {

    public Expression value() {
      return block.body().items().get(index) instanceof BodyItem.Attribute attribute
          ? attribute.value()
          : new Expression.Invalid(block.body().start(), block.body().end());
    }
  }

  private ModuleConfig(String folder) {
    this.folder = folder;
  }

  /**
   * @param folder path in the tree
   * @param files in the order of their names
   */
  public static ModuleConfig of(String folder, List<ConfigFile> files) {
    return files.isEmpty() ? merged(folder, files) : KeptModule.of(folder, files);
  }

  static ModuleConfig merged(String folder, List<ConfigFile> files) {
    ModuleConfig config = new ModuleConfig(folder);
    for (ConfigFile file : files) {
      config.problems.addAll(file.problems());
      config.tofu |= ConfigNames.isTofu(file.file().path());
      if (!file.override()) {
        file.declarations().forEach(config::declare);
      }
    }
    for (ConfigFile file : files) {
      if (file.override()) {
        file.declarations().forEach(config::override);
      }
    }
    return config;
  }

  private void declare(Declaration declaration) {
    switch (declaration.kind()) {
      case "locals" -> declareLocals(declaration);
      case "provider" -> providers.add(new Entry(declaration));
      case "terraform" -> {
        if (!declaration.body().blocks("backend").isEmpty()
            || !declaration.body().blocks("cloud").isEmpty()) {
          hasBackend = true;
        }
      }
      case "resource", "data", "ephemeral", "module", "variable", "output" -> {
        Entry entry = new Entry(declaration);
        Entry before = entries.putIfAbsent(key(declaration), entry);
        if (before != null) {
          problems.add(duplicate(declaration, before.declaration()));
        } else {
          byType.computeIfAbsent(type(declaration), type -> new ArrayList<>()).add(entry);
        }
      }
      default -> {
        // moved, import, removed, check, action and what later versions bring declare nothing to
        // judge.
      }
    }
  }

  private void declareLocals(Declaration block) {
    List<BodyItem> items = block.body().items();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof BodyItem.Attribute attribute) {
        locals.put(attribute.name(), new Local(block, i));
      }
    }
  }

  private void override(Declaration declaration) {
    switch (declaration.kind()) {
      case "locals" -> declareLocals(declaration);
      case "provider" -> providers.add(new Entry(declaration));
      default -> {
        Entry base = entries.get(key(declaration));
        if (base != null) {
          base.overrides.add(declaration);
        }
      }
    }
  }

  private static Problem duplicate(Declaration second, Declaration first) {
    return Problem.unreadable(
        second.header(),
        second + " is declared twice; the first declaration is at " + first.header());
  }

  /**
   * {@code type.name}, with {@code data.}, {@code module.} and so on before it for all but managed
   * resources.
   */
  private static String key(Declaration declaration) {
    String first = declaration.label(0);
    return switch (declaration.kind()) {
      case "resource" -> first + "." + declaration.label(1);
      case "module", "variable", "output" -> declaration.kind() + "." + first;
      default -> declaration.kind() + "." + first + "." + declaration.label(1);
    };
  }

  private static String type(Declaration declaration) {
    return switch (declaration.kind()) {
      case "resource" -> declaration.label(0);
      case "module", "variable", "output" -> declaration.kind();
      default -> declaration.kind() + "." + declaration.label(0);
    };
  }

  public String folder() {
    return folder;
  }

  /**
   * By {@code aws_x.name}, {@code data.aws_x.name}, {@code module.m}, {@code variable.v}, {@code
   * output.o}.
   */
  @Nullable
  public Entry entry(String key) {
    return entries.get(key);
  }

  @Nullable
  public Local local(String name) {
    return locals.get(name);
  }

  /** The names of all locals. */
  Set<String> locals() {
    return locals.keySet();
  }

  /** Finds what a name that is not declared may have meant. */
  public NearNames nearNames() {
    return nearNames;
  }

  /** All resource types, data sources as {@code data.TYPE}. */
  public Set<String> types() {
    return byType.keySet();
  }

  /** The entries of a resource type; {@code data.TYPE} for data sources. */
  public List<Entry> resources(String type) {
    return byType.getOrDefault(type, List.of());
  }

  public List<Entry> calls() {
    return resources("module");
  }

  public List<Entry> providers() {
    return providers;
  }

  /** True when any of its files is for OpenTofu only. */
  public boolean isTofu() {
    return tofu;
  }

  public List<Problem> problems() {
    return problems;
  }

  /** True when the folder says of itself that it is deployed: it has a backend. */
  public boolean isDeployedItself() {
    return hasBackend;
  }
}
