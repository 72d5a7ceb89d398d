package dev.iacguard.core.engine;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a resource that rules read, found by where it is used.
 *
 * @param attribute the attribute of the resource that it is, or the entry of one: {@code
 *     access_log_settings.format}
 * @param leads where resources are declared that it refers to
 */
public record TracedValue(String attribute, Value value, List<Span> leads) {
  /** Of one place, such as one in a module that is called often. */
  private static final int MOST = 20;

  /** Deeper values are not looked at. */
  private static final int DEEPEST = 32;

  /**
   * The values at a place: the innermost of each resource that is declared there.
   *
   * @param path of the file, as shown
   * @param offset 0-based, in UTF-16 code units
   */
  static List<TracedValue> in(Stack stack, RulePack rules, String path, int offset) {
    List<TracedValue> found = new ArrayList<>();
    rules.resourceTypes().stream()
        .map(type -> type.name())
        .distinct()
        .flatMap(type -> Stream.of(type, "data." + type))
        .flatMap(type -> stack.resources(type).stream())
        .filter(resource -> resource.span().touches(path, offset))
        .limit(MOST)
        .forEach(resource -> add(resource, stack, path, offset, found));
    return found;
  }

  private record Named(String name, Value value) {}

  private static void add(
      Resource resource, Stack stack, String path, int offset, List<TracedValue> found) {
    @Nullable TracedValue best = null;
    for (String name : resource.attributes().names()) {
      List<Named> values = new ArrayList<>();
      collect(name, resource.get(name), 0, values::add);
      for (Named named : values) {
        Span at = named.value.origin().at();
        if (at.touches(path, offset)
            && (best == null || length(at) < length(best.value.origin().at()))) {
          best = new TracedValue(named.name, named.value, leads(named.value, stack));
        }
      }
    }
    if (best != null) {
      found.add(best);
    }
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }

  private static void collect(String name, Value value, int depth, Consumer<Named> found) {
    if (depth > DEEPEST) {
      return;
    }
    found.accept(new Named(name, value));
    switch (value) {
      case Value.Sequence it ->
          it.elements().forEach(each -> collect(name, each, depth + 1, found));
      case Value.Mapping it ->
          it.entries().forEach((key, each) -> collect(name + "." + key, each, depth + 1, found));
      case Value.Choice it -> {
        collect(name, it.then(), depth + 1, found);
        collect(name, it.otherwise(), depth + 1, found);
      }
      case Value.Text it -> {
        for (TextPart part : it.parts()) {
          if (part instanceof TextPart.Hole hole) {
            collect(name, hole.value(), depth + 1, found);
          }
        }
      }
      case Value.Numeric it -> {}
      case Value.Bool it -> {}
      case Value.Null it -> {}
      case Value.Unknown it -> {}
    }
  }

  private static List<Span> leads(Value value, Stack stack) {
    List<Span> leads = new ArrayList<>();
    Consumer<Reference> follow =
        reference -> {
          @Nullable Resource resource =
              reference instanceof Reference.ToResource to ? stack.resource(to.resource()) : null;
          if (resource != null) {
            leads.add(resource.header());
          }
        };
    if (value.origin().copyOf() != null) {
      follow.accept(value.origin().copyOf());
    }
    collect(
        "",
        value,
        0,
        each -> {
          if (each.value instanceof Value.Unknown unknown) {
            unknown.references().forEach(follow);
          }
        });
    return leads.stream().distinct().toList();
  }
}
