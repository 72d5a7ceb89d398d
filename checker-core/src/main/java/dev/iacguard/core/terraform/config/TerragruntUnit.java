package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
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

  static TerragruntUnit read(SourceTree tree, String path, HclFile unit) {
    Set<String> includes = new LinkedHashSet<>();
    List<BodyItem.Block> blocks = unit.body().blocks("include");
    DeployedInputs inputs = DeployedInputs.of(unit, tree.shown(path));
    ModuleSource inherited = null;
    Value tags = OutsideProvider.generated(unit, tree.shown(path));
    for (BodyItem.Block block : blocks) {
      String included = includedPath(tree, path, block);
      HclFile file = included == null ? null : file(tree, included);
      if (included == null || file == null) {
        inputs = inputs.over(DeployedInputs.ANY);
        Span at = unit.file().span(block.start(), block.headerEnd());
        tags = tags == null ? OutsideProvider.included(tree.shown(path), at) : tags;
      } else {
        includes.add(included);
        inputs = inputs.over(DeployedInputs.of(file, tree.shown(included)));
        tags = tags == null ? OutsideProvider.generated(file, tree.shown(included)) : tags;
        ModuleSource found = source(file, new TerragruntPaths(path, included));
        inherited = found == null ? inherited : found;
      }
    }
    String only = includes.size() == 1 ? includes.iterator().next() : null;
    ModuleSource own = source(unit, new TerragruntPaths(path, only));
    return new TerragruntUnit(path, own == null ? inherited : own, inputs, includes, tags);
  }

  private static @Nullable HclFile file(SourceTree tree, String path) {
    return tree.read(path) instanceof Content.Decoded decoded
        ? HclReader.read(decoded.file())
        : null;
  }

  private static @Nullable ModuleSource source(HclFile file, TerragruntPaths paths) {
    for (BodyItem.Block terraform : file.body().blocks("terraform")) {
      BodyItem.Attribute source = terraform.body().attribute("source");
      if (source != null) {
        return new ModuleSource(file.file(), source.value(), paths.source(source.value()));
      }
    }
    return null;
  }

  /** The path of an included file in the tree; null when it cannot be determined. */
  private static @Nullable String includedPath(
      SourceTree tree, String unit, BodyItem.Block include) {
    BodyItem.Attribute written = include.body().attribute("path");
    if (written == null) {
      return null;
    }
    if (written.value() instanceof Expression.Call call
        && call.name().equals("find_in_parent_folders")) {
      return inParents(tree, Paths.folder(unit), call);
    }
    String text = new TerragruntPaths(unit, null).text(written.value());
    String path = text == null ? null : TerragruntPaths.resolve(unit, text);
    return path != null && tree.isFile(path) ? path : null;
  }

  private static @Nullable String inParents(SourceTree tree, String from, Expression.Call call) {
    String name = FILE;
    if (!call.arguments().isEmpty()) {
      name = call.arguments().get(0) instanceof Expression.Template text ? text.literal() : null;
    }
    String folder = from;
    while (name != null && !folder.isEmpty()) {
      folder = Paths.folder(folder);
      String path = Paths.in(folder, name);
      if (tree.isFile(path)) {
        return path;
      }
    }
    return null;
  }
}
