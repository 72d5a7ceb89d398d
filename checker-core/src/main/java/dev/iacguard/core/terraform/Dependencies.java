package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.Traversals;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists what has to be there before a resource, as Terraform does: what its {@code depends_on} and
 * that of the calls that lead to it name, and what its code mentions, through locals, variables and
 * outputs as far as the next resource. A name counts, whatever its value turns out to be; a whole
 * module in {@code depends_on} represents all that it declares.
 */
final class Dependencies {
  private static final String DEPENDS_ON = "depends_on";
  private static final Set<String> OTHER_KINDS = Set.of("data", "ephemeral");

  /** Names that are followed. */
  private static final int MOST = 2_000;

  private final Origin origin;
  private final List<Value> all = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Mention> mentions = new ArrayDeque<>();
  private boolean open;

  private Dependencies(Origin origin) {
    this.origin = origin;
  }

  /** A name, as {@link Traversals} gives it, in the code of a module. */
  private record Mention(List<String> names, ModuleInstance module) {}

  /**
   * A list of what the elements refer to, open when there may be more; null when nothing is
   * written. A whole module is a {@link Reference.Named} with its address.
   *
   * @param module the one that declares the resource
   * @param origin where to point
   */
  static Value of(LayeredBody body, ModuleInstance module, Origin origin) {
    Dependencies found = new Dependencies(origin);
    found.addAll(body, module);
    for (ModuleCall call = module.callSite(); call != null; call = call.caller().callSite()) {
      found.add(call.body(), call.caller());
      found.mention(call.body().attribute("count"), call.caller());
      found.mention(call.body().attribute("for_each"), call.caller());
    }
    found.follow();
    return found.all.isEmpty() && !found.open
        ? new Value.Null(origin)
        : new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(found.all), found.open, origin);
  }

  private void addAll(LayeredBody body, ModuleInstance module) {
    add(body, module);
    for (BodyItem item : body.items()) {
      if (!(item instanceof BodyItem.Attribute it && it.name().equals(DEPENDS_ON))) {
        Traversals.in(item, names -> mentions.add(new Mention(names, module)));
      }
    }
  }

  private void mention(LayeredBody.@Nullable Located written, ModuleInstance module) {
    if (written != null) {
      Traversals.in(written.expression(), names -> mentions.add(new Mention(names, module)));
    }
  }

  private void follow() {
    while (!mentions.isEmpty() && !open) {
      Mention next = mentions.remove();
      List<String> names = next.names();
      if (names.size() > 1
          && seen.add(next.module().path() + " " + names.subList(0, Math.min(3, names.size())))) {
        follow(names, next.module());
        open |= seen.size() >= MOST;
      }
    }
  }

  private void follow(List<String> names, ModuleInstance module) {
    String name = names.get(1);
    switch (names.get(0)) {
      case "var" -> {
        ModuleCall call = module.callSite();
        if (call != null) {
          mention(call.body().attribute(name), call.caller());
        }
      }
      case "local" -> {
        ModuleConfig.Local local = module.config().local(name);
        if (local != null) {
          Traversals.in(local.value(), each -> mentions.add(new Mention(each, module)));
        }
      }
      case "module" -> outputs(names, module.call(name));
      case "data", "ephemeral" -> {
        if (names.size() > 2) {
          resource(String.join(".", names.subList(0, 3)), module);
        }
      }
      default -> resource(names.get(0) + "." + name, module);
    }
  }

  private void outputs(List<String> names, @Nullable ModuleCall call) {
    if (call == null || call.isExpanding()) {
      return;
    }
    for (ModuleInstance called : call.instances()) {
      for (ModuleConfig.Entry output : called.config().resources("output")) {
        if (names.size() == 2 || output.declaration().label(0).equals(names.get(2))) {
          addAll(output.body(), called);
        }
      }
    }
  }

  private void resource(String name, ModuleInstance module) {
    if (module.config().entry(name) == null) {
      return;
    }
    List<Reference> references = new ArrayList<>();
    references.add(new Reference.ToResource(Address.of(module.prefix(), name), ""));
    if (module.isRepeated(name) && !module.isExpanding(name)) {
      // The others are written alike.
      List<ResourceInstance> instances = module.instances(name);
      if (instances != null && !instances.isEmpty()) {
        references.add(new Reference.ToResource(instances.get(0).address(), ""));
      }
    }
    all.add(new Value.Unknown(Cause.COMPUTED, name, List.copyOf(references), false, origin));
  }

  private void add(LayeredBody body, ModuleInstance module) {
    LayeredBody.Located written = body.attribute(DEPENDS_ON);
    if (written == null) {
      return;
    }
    Traversals.in(
        written.expression(),
        names -> {
          // A whole module is more than its outputs.
          if (names.size() > 2 || !names.get(0).equals("module")) {
            mentions.add(new Mention(names, module));
          }
        });
    if (written.expression() instanceof Expression.Tuple list) {
      for (Expression element : list.elements()) {
        Expression name = unquoted(element);
        if (isDeclared(name, module)) {
          Traversals.in(name, names -> mentions.add(new Mention(names, module)));
        } else {
          all.add(named(name, module, written, element));
        }
      }
      return;
    }
    switch (Evaluator.evaluate(written.expression(), module.scope(written))) {
      case Value.Sequence sequence -> {
        all.addAll(sequence.elements());
        open |= sequence.open();
      }
      case Value.Null none -> {}
      default -> open = true;
    }
  }

  /** True for a resource of the module: it is followed as all that is mentioned. */
  private static boolean isDeclared(Expression name, ModuleInstance module) {
    List<String> names = new ArrayList<>();
    Traversals.in(name, found -> names.addAll(found.subList(0, Math.min(3, found.size()))));
    boolean data = !names.isEmpty() && OTHER_KINDS.contains(names.get(0));
    int parts = data ? 3 : 2;
    return names.size() >= parts
        && !names.get(0).equals("module")
        && module.config().entry(String.join(".", names.subList(0, parts))) != null;
  }

  private static Value named(
      Expression name, ModuleInstance module, LayeredBody.Located written, Expression element) {
    String called = wholeModule(name);
    if (called == null) {
      return Evaluator.evaluate(name, module.scope(written));
    }
    return new Value.Unknown(
        Cause.COMPUTED,
        called,
        List.of(new Reference.Named(module.prefix() + called)),
        false,
        Origin.at(element.span(written.file())));
  }

  /** A name as it is, or as Terraform 0.11 and JSON syntax write it: in a string. */
  static Expression unquoted(Expression name) {
    return name instanceof Expression.Template text && text.literal() != null
        ? HclReader.readExpression(new SourceFile("", text.literal())).expression()
        : name;
  }

  /** {@code module.NAME} when that is what is named, otherwise null. */
  private static @Nullable String wholeModule(Expression name) {
    return name instanceof Expression.GetAttribute of
            && of.source() instanceof Expression.Name root
            && root.name().equals("module")
        ? "module." + of.name()
        : null;
  }
}
