package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Terragrunt unit together with the files that it includes.
 *
 * @param path of its {@code terragrunt.hcl}
 * @param source null when neither the unit nor what it includes names a module
 * @param includes the paths of the included files that are in the tree
 * @param providerTags see {@link OutsideProvider#generated}
 */
record TerragruntUnit(
    String path,
    @Nullable ModuleSource source,
    DeployedInputs inputs,
    Set<String> includes,
    @Nullable Value providerTags) {
  static final String FILE = "terragrunt.hcl";

  /**
   * Where a module comes from.
   *
   * @param text see {@link TerragruntPaths#source}
   */
  record ModuleSource(SourceFile file, Expression written, @Nullable String text) {}

  static TerragruntUnit read(TerragruntSources sources, String path, HclFile hcl) {
    TerragruntFile alone = new TerragruntFile(sources, hcl, path, path, Map.of());
    Map<String, String> labels = new LinkedHashMap<>();
    Set<String> includes = new LinkedHashSet<>();
    for (BodyItem.Block block : hcl.body().blocks("include")) {
      String included = includedPath(alone, block);
      if (included != null) {
        includes.add(included);
        labels.put(block.labels().isEmpty() ? "" : block.label(0), included);
      }
    }
    TerragruntFile unit = new TerragruntFile(sources, hcl, path, path, Map.copyOf(labels));
    DeployedInputs inputs = DeployedInputs.of(unit, sources.shown(path));
    ModuleSource inherited = null;
    Value tags = OutsideProvider.generated(hcl, sources.shown(path));
    for (BodyItem.Block block : hcl.body().blocks("include")) {
      String included = includedPath(alone, block);
      TerragruntFile file = included == null ? null : sources.file(included, path);
      String strategy = strategy(block);
      if (included == null || file == null) {
        inputs = inputs.over(DeployedInputs.ANY);
        Span at = hcl.file().span(block.start(), block.headerEnd());
        tags = tags == null ? OutsideProvider.included(sources.shown(path), at) : tags;
      } else if (!strategy.equals("no_merge")) {
        DeployedInputs given = DeployedInputs.of(file, sources.shown(included));
        inputs = strategy.equals("deep") ? inputs.deepOver(given) : inputs.over(given);
        tags = tags == null ? OutsideProvider.generated(file.hcl(), sources.shown(included)) : tags;
        ModuleSource found = source(new TerragruntPaths(file, included));
        inherited = found == null ? inherited : found;
      }
    }
    String only = includes.size() == 1 ? includes.iterator().next() : null;
    ModuleSource own = source(new TerragruntPaths(unit, only));
    return new TerragruntUnit(path, own == null ? inherited : own, inputs, includes, tags);
  }

  /** How the inputs of an included file are merged; empty where that is not written. */
  private static String strategy(BodyItem.Block include) {
    BodyItem.Attribute written = include.body().attribute("merge_strategy");
    String text =
        written != null && written.value() instanceof Expression.Template template
            ? template.literal()
            : null;
    return text == null ? "" : text;
  }

  private static @Nullable ModuleSource source(TerragruntPaths paths) {
    HclFile hcl = paths.file().hcl();
    for (BodyItem.Block terraform : hcl.body().blocks("terraform")) {
      BodyItem.Attribute source = terraform.body().attribute("source");
      if (source != null) {
        return new ModuleSource(hcl.file(), source.value(), paths.source(source.value()));
      }
    }
    return null;
  }

  /** The path of an included file in the tree; null when it cannot be determined. */
  private static @Nullable String includedPath(TerragruntFile unit, BodyItem.Block include) {
    BodyItem.Attribute written = include.body().attribute("path");
    String text = written == null ? null : new TerragruntPaths(unit, null).text(written.value());
    String path = text == null ? null : TerragruntPaths.resolve(unit.path(), text);
    return path != null && unit.sources().has(path) ? path : null;
  }
}
