package dev.iacguard.core.plan;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.RootModule;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the code that a plan was made from. */
final class CodeFinder {
  private final SourceTree tree;
  private final PlanFile plan;
  private final Set<String> declarations;

  CodeFinder(SourceTree tree, PlanFile plan) {
    this.tree = tree;
    this.plan = plan;
    PlanConfiguration root = plan.planConfiguration();
    this.declarations = root == null ? Set.of() : root.declarations();
  }

  /** The code in a folder that was named. It may have changed a little since; null if it is not. */
  @Nullable Code named(String folder) {
    RootModule module = RootModule.in(tree, folder);
    if (module == null
        || (!declarations.isEmpty() && Collections.disjoint(module.declarations(), declarations))) {
      SourceFile at = new SourceFile(tree.shown(folder), "");
      plan.problems()
          .add(Problem.unreadable(at.all(), "does not hold the code of this plan (--source)"));
      return null;
    }
    return code(module);
  }

  /** The code in a folder or one above it that declares just what the plan has; null if none. */
  @Nullable Code above(String folder) {
    if (declarations.isEmpty()) {
      return null;
    }
    for (String at = folder; ; at = Paths.folder(at)) {
      RootModule module = RootModule.in(tree, at);
      if (module != null && module.declarations().equals(declarations)) {
        return code(module);
      }
      if (at.isEmpty()) {
        return null;
      }
    }
  }

  private Code code(RootModule module) {
    return new Code(module.load(plan.variables()));
  }
}
