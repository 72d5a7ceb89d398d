package dev.iacguard.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Resolves paths below a root and refuses what leads out of it or into a part that is left out.
 *
 * @param root the folder as it was named
 * @param realRoot the same without symbolic links
 * @param readable what may be read below it
 */
record RootedPaths(Path root, Path realRoot, ReadablePaths readable) {
  static final String OUTSIDE = "leads out of the tree";

  /** Why a file or folder cannot be read; null when it can. */
  @Nullable String reasonAgainst(String path) {
    @Nullable String refusal = refusal(path);
    return refusal != null || reachable(path, readable) != null ? refusal : "does not exist";
  }

  /** Why a path may not be read, whether or not something is there; null when it may. */
  @Nullable String refusal(String path) {
    @Nullable String name = readable.leftOut(path);
    Path file = at(path);
    if (file == null || name != null) {
      return name == null ? OUTSIDE : "is in " + name + ", which is left out";
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(realRoot)) {
        return OUTSIDE;
      }
      @Nullable String behind = readable.leftOut(inRealRoot(real));
      return behind == null ? null : "leads into " + behind + ", which is left out";
    } catch (IOException e) {
      return file.normalize().startsWith(root) ? null : OUTSIDE;
    }
  }

  /**
   * Null when it is not a regular file: opening a pipe would wait for a writer. A path that leads
   * elsewhere once the file is open was swapped in between.
   */
  @Nullable InputStream open(String path, Path file, ReadablePaths allowed) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    if (file.equals(reachable(path, allowed))) {
      return in;
    }
    in.close();
    throw new NoSuchFileException(path);
  }

  /** Null when no file system here can have a file of that name: it holds a NUL, for one. */
  @Nullable Path at(String path) {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** What a path leads to, without links; null when nothing is there or it may not be read. */
  @Nullable Path reachable(String path, ReadablePaths allowed) {
    Path file = at(path);
    if (file == null || !allowed.allows(path)) {
      return null;
    }
    try {
      Path real = file.toRealPath();
      boolean inside =
          real.startsWith(realRoot) && (real.equals(file) || allowed.allows(inRealRoot(real)));
      return inside ? real : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The path below the root of a file without links. */
  String inRealRoot(Path real) {
    return realRoot.relativize(real).toString().replace('\\', '/');
  }
}
