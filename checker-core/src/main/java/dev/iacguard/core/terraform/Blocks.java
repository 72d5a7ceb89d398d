package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads attributes and nested blocks: a block's name gives the list of all blocks of that type. */
final class Blocks {
  private Blocks() {}

  /**
   * @param header where to point when nothing is written
   */
  static Value read(LayeredBody body, String name, Scope scope, Span header) {
    LayeredBody.Located attribute = body.attribute(name);
    Value written =
        attribute == null
            ? null
            : Evaluator.evaluate(attribute.expression(), scope.in(attribute.file()));
    List<LayeredBody.LocatedBlock> blocks = body.blocks(name);
    if (blocks.isEmpty()) {
      return written == null ? new Value.Null(Origin.at(header)) : written;
    }
    LayeredBody.LocatedBlock first = blocks.get(0);
    if (blocks.size() == 1) {
      return expand(first, scope.in(first.file()));
    }
    Origin origin = Origin.at(first.file().span(first.block().start(), first.block().headerEnd()));
    // In JSON syntax, plain blocks read as an attribute may stand beside dynamic ones.
    Value all =
        written == null ? list(List.of(), origin) : ChoiceLifting.map(written, Blocks::listed);
    for (LayeredBody.LocatedBlock block : blocks) {
      all = concat(all, expand(block, scope.in(block.file())), origin);
    }
    return all;
  }

  /** Blocks as a list: in JSON syntax a single block may represent itself. */
  static Value listed(Value blocks) {
    return blocks instanceof Value.Mapping one ? list(List.of(one), one.origin()) : blocks;
  }

  private static Value list(List<Value> blocks, Origin origin) {
    return new Value.Sequence(Value.Sequence.Kind.LIST, List.copyOf(blocks), false, origin);
  }

  private static Value concat(Value before, Value more, Origin origin) {
    return ChoiceLifting.map(
        before,
        more,
        (a, b) -> {
          if (!(a instanceof Value.Sequence first) || !(b instanceof Value.Sequence second)) {
            return a instanceof Value.Sequence ? b : a;
          }
          return joined(first, second, origin);
        });
  }

  /** One list behind the other, of the kind of the first. */
  static Value.Sequence joined(Value.Sequence first, Value.Sequence second, Origin origin) {
    List<Value> elements = new ArrayList<>(first.elements());
    elements.addAll(second.elements());
    return new Value.Sequence(
        first.kind(), List.copyOf(elements), first.open() || second.open(), origin);
  }

  private static Value expand(LayeredBody.LocatedBlock located, Scope scope) {
    BodyItem.Block block = located.block();
    if (!LayeredBody.isDynamic(block)) {
      Origin origin = Origin.at(scope.file().span(block.start(), block.headerEnd()));
      return list(List.of(mapping(block, scope, origin)), origin);
    }
    return dynamic(block, scope);
  }

  private static Value dynamic(BodyItem.Block block, Scope scope) {
    Origin origin = Origin.at(scope.file().span(block.start(), block.headerEnd()));
    BodyItem.Attribute each = block.body().attribute("for_each");
    List<BodyItem.Block> content = block.body().blocks("content");
    if (each == null || content.isEmpty()) {
      return Conversions.invalid(origin, "a dynamic block without for_each and content");
    }
    return ChoiceLifting.map(
        Evaluator.evaluate(each.value(), scope),
        collection ->
            iterate(
                block,
                content.get(0),
                each.value(),
                collection,
                scope,
                Derived.carried(origin, List.of(collection))));
  }

  private static Value iterate(
      BodyItem.Block block,
      BodyItem.Block content,
      Expression each,
      Value collection,
      Scope scope,
      Origin origin) {
    String iterator = iteratorName(block);
    List<Iteration> iterations = Iteration.of(collection);
    boolean uncertain = iterations == null || Iteration.isOpen(collection);
    List<Value> blocks = new ArrayList<>();
    if (iterations != null) {
      for (Iteration iteration : iterations) {
        blocks.add(mapping(content, bind(scope, iterator, iteration), origin));
      }
    }
    if (!uncertain) {
      return list(blocks, origin);
    }
    if (collection instanceof Value.Null) {
      return Conversions.invalid(origin, "for_each is null");
    }
    List<Value> more = new ArrayList<>(blocks);
    Value.Unknown element =
        Derived.unknown(iterator + ".value", Origin.at(scope.span(each)), List.of(collection));
    more.add(mapping(content, bind(scope, iterator, new Iteration(element, element)), origin));
    return new Value.Choice(
        new Condition.Flag(
            blocks.isEmpty()
                ? "length(" + Source.text(each, scope) + ") > 0"
                : Source.text(each, scope) + " has more elements"),
        list(more, origin),
        list(blocks, origin),
        origin);
  }

  private static Scope bind(Scope scope, String iterator, Iteration iteration) {
    Map<String, Value> parts = new TreeMap<>();
    parts.put("key", iteration.key());
    parts.put("value", iteration.value());
    return scope.bind(iterator, new Value.Mapping(false, parts, false, iteration.value().origin()));
  }

  private static String iteratorName(BodyItem.Block block) {
    BodyItem.Attribute iterator = block.body().attribute("iterator");
    return switch (iterator == null ? null : iterator.value()) {
      case Expression.Name name -> name.name();
      // In JSON syntax, the name is a text.
      case Expression.Template template when template.literal() != null -> template.literal();
      case null, default -> block.label(0);
    };
  }

  /** A block's attributes and blocks, all of them evaluated. */
  private static Value mapping(BodyItem.Block block, Scope scope, Origin origin) {
    if (!scope.module().evaluationBudget().enter()) {
      scope.module().stack().exceeded(origin.at());
      return Value.Unknown.of(Cause.LIMIT, block.type(), origin);
    }
    try {
      LayeredBody body = LayeredBody.of(scope.file(), block.body());
      Map<String, Value> entries = new TreeMap<>();
      Span header = origin.at();
      for (String name : body.names()) {
        entries.put(name, read(body, name, scope, header));
      }
      return new Value.Mapping(false, entries, false, origin);
    } finally {
      scope.module().evaluationBudget().leave();
    }
  }
}
