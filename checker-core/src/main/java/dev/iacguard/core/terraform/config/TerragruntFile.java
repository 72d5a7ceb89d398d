package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.ObjectEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the names in a Terragrunt file to what they are written as: locals, exposed includes and
 * the configurations that {@code read_terragrunt_config} reads.
 *
 * @param hcl its content
 * @param path of the file
 * @param unit the path of the file whose folder Terragrunt's functions start from: that of the unit
 *     which includes this file, otherwise the path of this file
 * @param includes the paths of the files that it includes, by the labels of the blocks
 */
record TerragruntFile(
    TerragruntSources sources,
    HclFile hcl,
    String path,
    String unit,
    Map<String, String> includes) {
  /** Names that lead to further names are followed this far. */
  private static final int MOST = 40;

  /**
   * What a name comes to.
   *
   * @param file in which the expression has its meaning
   * @param expression null for the configuration itself, which {@code locals} and {@code inputs}
   *     are parts of
   */
  record Written(TerragruntFile file, @Nullable Expression expression) {}

  /** Null where a name cannot be followed; an expression that is no name is what it is. */
  @Nullable Written follow(Expression expression) {
    return follow(expression, MOST);
  }

  private @Nullable Written follow(Expression expression, int left) {
    if (left == 0) {
      return null;
    }
    return switch (expression) {
      case Expression.Parentheses inner -> follow(inner.inner(), left - 1);
      case Expression.Name name ->
          name.name().equals("local") ? new Written(this, locals(name)) : null;
      case Expression.GetAttribute part -> part(part.source(), part.name(), left - 1);
      case Expression.Index part when part.key() instanceof Expression.Template key ->
          key.literal() == null ? null : part(part.source(), key.literal(), left - 1);
      case Expression.Index part -> null;
      case Expression.Call call when call.name().equals("read_terragrunt_config") -> config(call);
      case Expression.Call call when call.name().equals("try") && !call.arguments().isEmpty() ->
          follow(call.arguments().get(0), left - 1);
      default -> new Written(this, expression);
    };
  }

  private @Nullable Written part(Expression source, String name, int left) {
    if (source instanceof Expression.Name root && root.name().equals("include")) {
      TerragruntFile unlabelled = included("");
      TerragruntFile found = unlabelled == null ? included(name) : unlabelled;
      return found == null
          ? null
          : unlabelled == null
              ? new Written(found, null)
              : part(new Written(found, null), name, left);
    }
    Written whole = follow(source, left);
    return whole == null ? null : part(whole, name, left);
  }

  private static @Nullable Written part(Written whole, String name, int left) {
    TerragruntFile file = whole.file();
    return switch (whole.expression()) {
      case null -> file.section(name, left);
      case Expression.Obj object -> file.entry(object, name, left);
      case Expression.Call call when call.name().equals("merge") && !call.expandLast() ->
          file.merged(call, name, left);
      default -> null;
    };
  }

  private @Nullable TerragruntFile included(String label) {
    String found = includes.get(label);
    return found == null ? null : sources.file(found, unit);
  }

  private @Nullable Written section(String name, int left) {
    BodyItem.Attribute inputs = hcl.body().attribute("inputs");
    return switch (name) {
      case "locals" -> new Written(this, locals(null));
      case "inputs" -> inputs == null ? null : follow(inputs.value(), left);
      default -> null;
    };
  }

  /** The locals of the file as one object. */
  private Expression locals(Expression.@Nullable Name use) {
    List<ObjectEntry> entries = new ArrayList<>();
    for (BodyItem.Block block : hcl.body().blocks("locals")) {
      for (BodyItem item : block.body().items()) {
        if (item instanceof BodyItem.Attribute local) {
          int start = local.start();
          Expression name = new Expression.Name(local.name(), start, start);
          entries.add(new ObjectEntry(name, local.value(), start, local.end()));
        }
      }
    }
    return new Expression.Obj(entries, use == null ? 0 : use.start(), use == null ? 0 : use.end());
  }

  private @Nullable Written entry(Expression.Obj object, String name, int left) {
    for (ObjectEntry entry : object.entries().reversed()) {
      String key = PartlyLiteral.name(entry.key());
      if (key == null) {
        return null;
      }
      if (key.equals(name)) {
        return follow(entry.value(), left);
      }
    }
    return null;
  }

  /** Later arguments win, and each of them has to be known until one has the name. */
  private @Nullable Written merged(Expression.Call merge, String name, int left) {
    for (Expression argument : merge.arguments().reversed()) {
      Written part = follow(argument, left);
      if (part == null || !(part.expression() instanceof Expression.Obj object)) {
        return null;
      }
      boolean has = false;
      for (ObjectEntry entry : object.entries()) {
        String key = PartlyLiteral.name(entry.key());
        if (key == null) {
          return null;
        }
        has |= key.equals(name);
      }
      if (has) {
        return part.file().entry(object, name, left);
      }
    }
    return null;
  }

  private @Nullable Written config(Expression.Call call) {
    String text =
        call.arguments().isEmpty()
            ? null
            : new TerragruntPaths(this, null).text(call.arguments().get(0));
    String found = text == null ? null : TerragruntPaths.resolve(unit, text);
    TerragruntFile file = found == null ? null : sources.file(found, found);
    return file == null ? null : new Written(file, null);
  }
}
