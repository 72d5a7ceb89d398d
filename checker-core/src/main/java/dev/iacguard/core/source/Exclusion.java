package dev.iacguard.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths that the user excluded: what lies there is neither read nor counted.
 *
 * @param globs patterns over paths in the tree; one that matches a folder excludes all below it
 */
public record Exclusion(List<PathGlob> globs) {
  public static final Exclusion NONE = new Exclusion(List.of());

  /**
   * @param patterns over paths in the tree; those that are not valid are ignored
   */
  public static Exclusion of(List<String> patterns) {
    List<PathGlob> globs = new ArrayList<>();
    for (String pattern : patterns) {
      boolean slash = pattern.endsWith("/");
      PathGlob glob = PathGlob.of(slash ? pattern.substring(0, pattern.length() - 1) : pattern);
      if (glob != null) {
        globs.add(glob);
      }
    }
    return new Exclusion(List.copyOf(globs));
  }

  public Exclusion and(Exclusion other) {
    List<PathGlob> all = new ArrayList<>(globs);
    all.addAll(other.globs);
    return new Exclusion(List.copyOf(all));
  }

  public boolean excludes(String path) {
    return globs.stream().anyMatch(glob -> glob.covers(path));
  }

  /** The tree without the excluded paths. */
  public SourceTree in(SourceTree tree) {
    return globs.isEmpty() ? tree : new ExcludingTree(tree, this);
  }
}
