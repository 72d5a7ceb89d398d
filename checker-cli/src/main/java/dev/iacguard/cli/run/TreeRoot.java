package dev.iacguard.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder outside of which nothing is read. Code may name files above its own folder (a
 * module beside it), so the root lies as high as the project reaches and never so high that it
 * takes in what belongs to no project. All paths are real and absolute.
 *
 * <p>Guarded places are never taken for a project: the root of the file system and its children,
 * the home folder and what holds it, the folder for temporary files.
 */
final class TreeRoot {
  private final Path current;
  private final Path home;
  private final Path temporary;

  TreeRoot(Path current, Path home, Path temporary) {
    this.current = current;
    this.home = home;
    this.temporary = temporary;
  }

  /**
   * @param paths existing files and folders, at least one
   * @return null when only a guarded place holds them all, so that the user has to name the root
   */
  @Nullable Path of(List<Path> paths) {
    @Nullable Path common = null;
    for (Path path : paths) {
      @Nullable Path root = of(path);
      if (root == null) {
        return null;
      }
      common = common == null ? root : shared(common, root);
    }
    boolean named = common != null && paths.contains(common);
    return common == null || (isGuarded(common) && !named && !isRepository(common)) ? null : common;
  }

  private @Nullable Path of(Path path) {
    boolean folder = Files.isDirectory(path);
    for (Path at = folder ? path : path.getParent(); at != null; at = at.getParent()) {
      if (isRepository(at)) {
        return at;
      }
    }
    if (path.startsWith(current) && !isGuarded(current)) {
      return current;
    }
    // A guarded folder that is named is meant; nothing outside it will be read.
    @Nullable Path highest = folder ? path : null;
    for (Path at = folder ? path : path.getParent(); at != null; at = at.getParent()) {
      if (isGuarded(at)) {
        return highest;
      }
      highest = at;
    }
    return highest;
  }

  static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(".git"));
  }

  private boolean isGuarded(Path folder) {
    return folder.getNameCount() <= 1 || home.startsWith(folder) || folder.equals(temporary);
  }

  private static @Nullable Path shared(Path one, Path other) {
    @Nullable Path shared = one;
    while (shared != null && !other.startsWith(shared)) {
      shared = shared.getParent();
    }
    return shared;
  }
}
