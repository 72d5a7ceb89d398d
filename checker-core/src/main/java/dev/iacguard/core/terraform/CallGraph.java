package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.CallContext;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.ModuleLibrary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the module calls of a stack once: which of them lead nowhere or in a circle, and what is
 * declared where they lead.
 */
final class CallGraph {
  /** How deep module calls may be nested. */
  static final int MAX_DEPTH = 64;

  private final ModuleLibrary library;
  private final CallContext context;
  private final Consumer<Problem> problems;
  private final Map<ModuleConfig, Set<String>> types = new HashMap<>();
  private final Set<ModuleConfig> path = new HashSet<>();

  CallGraph(ModuleLibrary library, CallContext context, Consumer<Problem> problems) {
    this.library = library;
    this.context = context;
    this.problems = problems;
  }

  /** Follows all calls of a module and reports those that cannot be followed. */
  void check(ModuleConfig config) {
    config.problems().forEach(problems);
    Set<String> declared = new HashSet<>(config.types());
    types.put(config, declared);
    path.add(config);
    for (ModuleConfig.Entry call : config.calls()) {
      ModuleLibrary.Target target = library.called(config, call, context);
      Span at = call.declaration().header();
      ModuleConfig called = target.config();
      Problem problem = target.problem();
      if (called == null || problem != null) {
        if (problem != null && !isNeverMade(call)) {
          problems.accept(problem);
        }
      } else if (path.contains(called)) {
        problems.accept(
            Problem.unreadable(at, "module \"" + call.declaration().label(0) + "\" calls itself"));
      } else if (path.size() >= MAX_DEPTH) {
        problems.accept(Problem.limit(at, "modules are nested more than " + MAX_DEPTH + " deep"));
      } else {
        if (!types.containsKey(called)) {
          check(called);
        }
        declared.addAll(types.getOrDefault(called, Set.of()));
      }
    }
    path.remove(config);
  }

  /** True for {@code count = 0}: what a module that is not in the tree holds is not made. */
  private static boolean isNeverMade(ModuleConfig.Entry call) {
    LayeredBody.Located count = call.body().attribute("count");
    return count != null
        && count.expression() instanceof Expression.NumberLiteral number
        && number.text().equals("0");
  }

  /** True when the module or one that it calls declares a resource of the type. */
  boolean holds(ModuleConfig config, String type) {
    return types.getOrDefault(config, Set.of()).contains(type);
  }
}
