package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.OtherRoots.StackLoading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Indexes which root module of a tree declares the log group of which name. The modules are read on
 * the first question; stacks may ask at the same time.
 */
final class NamedLogGroups {
  /** The attribute with the name, by type. */
  private static final Map<String, String> NAMES =
      Map.of("aws_cloudwatch_log_group", "name", "awscc_logs_log_group", "log_group_name");

  private static final String UNREAD = "not every name of a log group was read: ";

  private static final List<Bound> BOUNDS = List.of(Bound.STEPS, Bound.TEXT, Bound.INSTANCES);

  private final List<StackLoading> stacks;
  private final WorkBudget work;
  private @Nullable Map<String, Found> byName;
  private @Nullable Problem unread;

  /**
   * @param work is charged with evaluating the names of all stacks
   */
  NamedLogGroups(List<StackLoading> stacks, WorkBudget work) {
    this.stacks = List.copyOf(stacks);
    this.work = work;
  }

  /** A log group of a stack, by its address as another stack writes it. */
  record Found(StackLoading stack, String type, Address address) {}

  /**
   * The log group of that type and name; null when there is none, or another of that name.
   *
   * @param report takes the limit that kept some names from being read
   */
  synchronized @Nullable Found find(String type, String name, Consumer<Problem> report) {
    Map<String, Found> cached = byName;
    if (cached == null) {
      cached = index();
      byName = cached;
    }
    if (unread != null) {
      report.accept(unread);
    }
    Found found = cached.get(name);
    return found != null && found.type().equals(type) ? found : null;
  }

  private Map<String, Found> index() {
    Map<String, Found> found = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (StackLoading loading : stacks) {
      TerraformStack stack = loading.load(loading.pathElsewhere(), work);
      NAMES.forEach(
          (type, attribute) -> {
            for (Resource group : stack.resources(type)) {
              String name = group.get(attribute) instanceof Value.Text text ? text.known() : null;
              Found here = new Found(loading, type, group.address());
              if (name != null && found.put(name, here) != null) {
                ambiguous.add(name);
              }
            }
          });
      Bound over = BOUNDS.stream().filter(work::isOver).findFirst().orElse(null);
      if (over != null) {
        Span at = new SourceFile(loading.name(), "").all();
        unread = Problem.limit(at, UNREAD + work.exceeded(over));
        break;
      }
    }
    found.keySet().removeAll(ambiguous);
    return found;
  }
}
