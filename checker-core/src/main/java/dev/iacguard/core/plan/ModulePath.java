package dev.iacguard.core.plan;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance of a module: the calls that lead to it, outermost first.
 *
 * @param calls each with the key of its instance
 */
record ModulePath(List<ReferencePath.Step> calls) {
  static final ModulePath ROOT = new ModulePath(List.of());

  /** The path in an address: {@code module.a["x"].module.b.}; empty for the root. */
  static ModulePath of(String prefix) {
    if (prefix.isEmpty()) {
      return ROOT;
    }
    List<ReferencePath.Step> calls = new ArrayList<>();
    List<ReferencePath.Step> steps = ReferencePath.steps(prefix);
    for (int i = 1; i < steps.size(); i += 2) {
      calls.add(steps.get(i));
    }
    return new ModulePath(List.copyOf(calls));
  }

  boolean isRoot() {
    return calls.isEmpty();
  }

  ModulePath caller() {
    return new ModulePath(calls.subList(0, calls.size() - 1));
  }

  /** The innermost call. */
  ReferencePath.Step call() {
    return calls.get(calls.size() - 1);
  }

  ModulePath into(ReferencePath.Step call) {
    List<ReferencePath.Step> deeper = new ArrayList<>(calls);
    deeper.add(call);
    return new ModulePath(List.copyOf(deeper));
  }

  /** As in an address, with a dot behind it. */
  String prefix() {
    StringBuilder prefix = new StringBuilder();
    calls.forEach(call -> prefix.append("module.").append(call).append('.'));
    return prefix.toString();
  }

  /** The calls that lead to it, as far as a plan without its code shows them. */
  List<CallSite> callers(Span at) {
    List<CallSite> callers = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (ReferencePath.Step call : calls) {
      path.append(path.isEmpty() ? "module." : ".module.").append(call);
      callers.add(new CallSite(path.toString(), at));
    }
    return List.copyOf(callers);
  }
}
