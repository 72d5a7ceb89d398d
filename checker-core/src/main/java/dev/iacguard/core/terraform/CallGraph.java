package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the module calls of a stack once and says which of them lead nowhere or round in a circle.
 */
final class CallGraph {
  /** How deep module calls may be nested. */
  static final int MAX_DEPTH = 64;

  private final ModuleLibrary library;
  private final InstalledModules installed;
  private final Consumer<Problem> problems;
  private final Set<ModuleConfig> done = new HashSet<>();
  private final Set<ModuleConfig> path = new HashSet<>();

  CallGraph(ModuleLibrary library, InstalledModules installed, Consumer<Problem> problems) {
    this.library = library;
    this.installed = installed;
    this.problems = problems;
  }

  void check(ModuleConfig config) {
    if (!done.add(config)) {
      return;
    }
    config.problems().forEach(problems);
    path.add(config);
    for (ModuleConfig.Entry call : config.calls()) {
      ModuleLibrary.Target target = library.called(config, call, installed);
      Span at = call.declaration().header();
      ModuleConfig called = target.config();
      if (called == null) {
        problems.accept(Problem.notAvailable(target.at(), target.reason()));
      } else if (path.contains(called)) {
        problems.accept(
            Problem.unreadable(at, "module \"" + call.declaration().label(0) + "\" calls itself"));
      } else if (path.size() >= MAX_DEPTH) {
        problems.accept(Problem.limit(at, "modules are nested more than " + MAX_DEPTH + " deep"));
      } else {
        check(called);
      }
    }
    path.remove(config);
  }
}
