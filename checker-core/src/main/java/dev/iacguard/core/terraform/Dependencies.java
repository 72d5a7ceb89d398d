package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.LayeredBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code depends_on}: what has to be there before, as the resource says it and as the calls
 * that lead to it do. Its elements are names, not values: a module stands for all that it declares.
 */
final class Dependencies {
  private final List<Value> all = new ArrayList<>();
  private boolean open;

  private Dependencies() {}

  /**
   * A list of what the elements refer to, open when there may be more; null when nothing is
   * written. A whole module is a {@link Reference.Named} with its address.
   *
   * @param module the one that declares the resource
   * @param origin where to point
   */
  static Value of(LayeredBody body, ModuleInstance module, Origin origin) {
    Dependencies found = new Dependencies();
    found.add(body, module);
    for (ModuleCall call = module.callSite(); call != null; call = call.caller().callSite()) {
      found.add(call.body(), call.caller());
    }
    return found.all.isEmpty() && !found.open
        ? new Value.Null(origin)
        : new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(found.all), found.open, origin);
  }

  private void add(LayeredBody body, ModuleInstance module) {
    LayeredBody.Located written = body.attribute("depends_on");
    if (written == null) {
      return;
    }
    if (written.expression() instanceof Expression.Tuple list) {
      list.elements().forEach(element -> all.add(named(element, module, written)));
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

  private static Value named(
      Expression element, ModuleInstance module, LayeredBody.Located written) {
    Expression name = unquoted(element);
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
