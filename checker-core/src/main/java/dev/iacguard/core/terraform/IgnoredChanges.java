package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@code lifecycle.ignore_changes}. Terraform leaves it as it finds it, so what is deployed
 * may differ from what is written.
 */
final class IgnoredChanges {
  private static final IgnoredChanges NONE = new IgnoredChanges("", List.of(), null);

  /** What cannot be changed once the resource is there, so that nobody can change it elsewhere. */
  private static final Set<String> FIXED =
      Set.of(
          "api_id",
          "arn",
          "id",
          "log_group_class",
          "log_group_name",
          "name",
          "name_prefix",
          "policy_arn",
          "protocol_type",
          "region",
          "rest_api_id",
          "role",
          "role_name",
          "stage_name");

  private final String resource;
  private final List<Path> paths;
  private final @Nullable Origin all;

  private IgnoredChanges(String resource, List<Path> paths, @Nullable Origin all) {
    this.resource = resource;
    this.paths = paths;
    this.all = all;
  }

  /**
   * A way to what is ignored: the attribute, then names of entries and, as numbers, places in
   * lists.
   */
  private record Path(String attribute, List<String> steps, Origin at) {}

  /**
   * Reads what a resource ignores.
   *
   * @param resource its address
   */
  static IgnoredChanges of(LayeredBody body, String resource) {
    LayeredBody.Located written = Lifecycle.argument(body, "ignore_changes");
    if (written == null) {
      return NONE;
    }
    if (isAll(written.expression())) {
      Origin at = Origin.at(written.expression().span(written.file()));
      return new IgnoredChanges(resource, List.of(), at);
    }
    List<Path> paths = new ArrayList<>();
    if (written.expression() instanceof Expression.Tuple list) {
      for (Expression element : list.elements()) {
        Path path = path(element, Origin.at(element.span(written.file())));
        if (path != null) {
          paths.add(path);
        }
      }
    }
    return new IgnoredChanges(resource, List.copyOf(paths), null);
  }

  private static boolean isAll(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> name.name().equals("all");
      case Expression.Template text -> "all".equals(text.literal());
      case Expression.Tuple list when list.elements().size() == 1 ->
          list.elements().get(0) instanceof Expression.Template text && "*".equals(text.literal());
      default -> false;
    };
  }

  private static @Nullable Path path(Expression element, Origin at) {
    List<String> steps = new ArrayList<>();
    return addSteps(Dependencies.unquoted(element), steps)
        ? new Path(steps.remove(0), List.copyOf(steps), at)
        : null;
  }

  private static boolean addSteps(Expression way, List<String> steps) {
    switch (way) {
      case Expression.Name name -> steps.add(name.name());
      case Expression.GetAttribute attribute -> {
        if (!addSteps(attribute.source(), steps)) {
          return false;
        }
        steps.add(attribute.name());
      }
      case Expression.Index index -> {
        String key = key(index.key());
        if (key == null || !addSteps(index.source(), steps)) {
          return false;
        }
        steps.add(key);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String key(Expression key) {
    return switch (key) {
      case Expression.Template text -> text.literal();
      case Expression.NumberLiteral number -> number.text();
      default -> null;
    };
  }

  /** The value of an attribute as far as it is sure to be deployed. */
  Value apply(String attribute, Value written) {
    if (all != null && !FIXED.contains(attribute)) {
      return ignored(attribute, all);
    }
    Value value = written;
    for (Path path : paths) {
      if (path.attribute().equals(attribute) && !FIXED.contains(attribute)) {
        value = within(value, path, 0);
      }
    }
    return value;
  }

  private Value ignored(String attribute, Origin at) {
    return Value.Unknown.of(Cause.IGNORED, resource + "." + attribute, at);
  }

  private Value within(Value value, Path path, int depth) {
    if (depth == path.steps().size()) {
      return ignored(path.attribute(), path.at());
    }
    String step = path.steps().get(depth);
    return switch (value) {
      case Value.Choice choice -> ChoiceLifting.map(choice, arm -> within(arm, path, depth));
      // In JSON syntax, a single block may stand for the list of blocks.
      case Value.Mapping block when step.equals("0") && block.get(step) == null ->
          within(block, path, depth + 1);
      case Value.Mapping map -> {
        TreeMap<String, Value> entries = new TreeMap<>(map.entries());
        Value entry = map.get(step);
        entries.put(
            step,
            entry == null
                ? ignored(path.attribute(), path.at())
                : within(entry, path, depth + 1));
        yield new Value.Mapping(map.typed(), entries, map.open(), map.origin());
      }
      case Value.Sequence list -> element(list, step, path, depth);
      case Value.Null none when path.attribute().startsWith("tags") ->
          ignored(path.attribute(), path.at());
      default -> value;
    };
  }

  private Value element(Value.Sequence list, String step, Path path, int depth) {
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      Value element = list.elements().get(i);
      boolean meant = step.equals(String.valueOf(i));
      elements.add(meant ? within(element, path, depth + 1) : element);
    }
    return new Value.Sequence(list.kind(), List.copyOf(elements), list.open(), list.origin());
  }
}
