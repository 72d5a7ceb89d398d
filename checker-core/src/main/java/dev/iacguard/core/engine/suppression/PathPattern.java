package dev.iacguard.core.engine.suppression;

import dev.iacguard.core.source.PathGlob;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Matches a path, or a folder that contains it, against a pattern. */
final class PathPattern {
  private final @Nullable PathGlob glob;
  private final UnaryOperator<String> inTree;
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * @param glob null for one that matches everything
   * @param inTree turns a shown path into the path in the tree
   */
  PathPattern(@Nullable PathGlob glob, UnaryOperator<String> inTree) {
    this.glob = glob;
    this.inTree = inTree;
  }

  boolean isGiven() {
    return glob != null;
  }

  boolean matches(String shown) {
    return glob == null || known.computeIfAbsent(shown, path -> glob.covers(inTree.apply(path)));
  }
}
