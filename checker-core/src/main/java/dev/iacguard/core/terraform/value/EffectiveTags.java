package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Computes {@code tags_all} as the AWS provider does: its {@code default_tags}, where equal keys of
 * the resource win, without what its {@code ignore_tags} leaves to others.
 */
public final class EffectiveTags {
  private EffectiveTags() {}

  /**
   * The tags of a resource; null where the provider adds and leaves nothing.
   *
   * @param own what the resource says
   * @param defaults the provider's blocks {@code default_tags}
   * @param ignored its blocks {@code ignore_tags}
   */
  public static Value of(Value own, Value defaults, Value ignored) {
    Value tags = inside(defaults, "tags");
    Value keys = inside(ignored, "keys");
    Value prefixes = inside(ignored, "key_prefixes");
    boolean ignores = !(keys instanceof Value.Null && prefixes instanceof Value.Null);
    if (tags instanceof Value.Null && !ignores) {
      return tags;
    }
    Value added = tags.withOrigin(tags.origin().through(tags.origin().at(), "default_tags"));
    Value all = merged(added, own);
    return ignores ? without(without(all, keys, true), prefixes, false) : all;
  }

  /** An argument of the one block there may be; null without the block. */
  private static Value inside(Value blocks, String argument) {
    return ChoiceLifting.map(
        blocks,
        each ->
            switch (each) {
              case Value.Sequence list when list.elements().isEmpty() && !list.open() ->
                  new Value.Null(list.origin());
              case Value.Sequence list when !list.elements().isEmpty() ->
                  inside(list.elements().get(0), argument);
              case Value.Mapping block ->
                  Objects.requireNonNullElseGet(
                      block.get(argument), () -> new Value.Null(block.origin()));
              case Value.Null none -> none;
              default -> Derived.unknown(argument, each.origin(), List.of(each));
            });
  }

  /** The defaults and, where they have the same key, the tags of the resource. */
  public static Value merged(Value defaults, Value own) {
    BinaryOperator<Value> merge = EffectiveTags::mergedMaps;
    return ChoiceLifting.map(defaults, own, merge);
  }

  private static Value mergedMaps(Value base, Value over) {
    if (over instanceof Value.Null || base instanceof Value.Null) {
      return over instanceof Value.Null ? base : over;
    }
    if (base instanceof Value.Mapping a && over instanceof Value.Mapping b) {
      Map<String, Value> tags = new TreeMap<>(a.entries());
      b.entries().forEach((key, value) -> tags.merge(key, value, EffectiveTags::unlessIgnored));
      return new Value.Mapping(true, tags, a.open() || b.open(), over.origin());
    }
    Value.Mapping known =
        base instanceof Value.Mapping a ? a : over instanceof Value.Mapping b ? b : null;
    return known == null
        ? Derived.unknown("tags", over.origin(), List.of(base, over))
        : new Value.Mapping(true, known.entries(), true, over.origin());
  }

  /** The provider adds its own tag where the code leaves that of the resource to others. */
  private static Value unlessIgnored(Value base, Value over) {
    return over instanceof Value.Unknown unknown && unknown.cause() == Cause.IGNORED ? base : over;
  }

  /**
   * The tags where the provider leaves some to others, so that they may be there or not.
   *
   * @param names the keys, or what they begin with
   * @param whole true for keys
   */
  private static Value without(Value tags, Value names, boolean whole) {
    return ChoiceLifting.map(
        tags,
        names,
        (all, left) -> {
          if (left instanceof Value.Null) {
            return all;
          }
          if (!(left instanceof Value.Sequence list)
              || !(all instanceof Value.Mapping || all instanceof Value.Null)) {
            return Derived.unknown("tags_all", all.origin(), List.of(all, left));
          }
          Value.Mapping map = all instanceof Value.Mapping known ? known : null;
          return without(map, list, whole, all.origin());
        });
  }

  private static Value without(
      Value.@Nullable Mapping map, Value.Sequence names, boolean whole, Origin origin) {
    Map<String, Value> tags = new TreeMap<>(map == null ? Map.of() : map.entries());
    boolean open = (map != null && map.open()) || names.open();
    for (Value each : names.elements()) {
      String name = Conversions.knownText(each);
      if (name == null) {
        open = true;
      } else if (whole) {
        tags.put(name, ignored(name, each));
      } else {
        tags.replaceAll((key, value) -> key.startsWith(name) ? ignored(key, each) : value);
      }
    }
    return new Value.Mapping(true, tags, open, origin);
  }

  private static Value ignored(String key, Value at) {
    return Value.Unknown.of(Cause.IGNORED_TAG, "tag " + key, at.origin());
  }
}
