package dev.iacguard.core.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files that may be read. Paths are relative to the tree's root, with {@code /} between names
 * and without {@code .} or {@code ..}; the root itself is the empty path. Nothing outside the root
 * can be reached, through symbolic links neither, and nothing inside it that {@link ReadablePaths}
 * leaves out.
 */
public interface SourceTree {

  /**
   * Whether the judged code may read what is at a path, should there be something. Where it may
   * not, all other answers are those for a path at which nothing is.
   */
  default boolean mayRead(String path) {
    return true;
  }

  boolean isFile(String path);

  boolean isFolder(String path);

  /** The names of the files directly in a folder, sorted; empty when there is no such folder. */
  List<String> files(String folder);

  /**
   * The paths of all files below a folder, sorted. Folders that hold no source of the project are
   * left out: {@code .git}, {@code .terraform}, {@code node_modules} and the like.
   */
  List<String> walk(String folder);

  /**
   * The same, reporting what cannot be looked at.
   *
   * @param skipped takes each file, folder or link with the reason
   */
  default List<String> walk(String folder, Consumer<Skipped> skipped) {
    return walk(folder);
  }

  /** The path without symbolic links, where that lies in the tree; otherwise the path itself. */
  default String real(String path) {
    return path;
  }

  /** Reads a text. Never throws. */
  Content read(String path);

  /**
   * The text of a file that this tree has in memory, keeping what is made of it; null when it would
   * have to be read.
   */
  default @Nullable SourceFile kept(String path) {
    return null;
  }

  /**
   * The list that {@code terraform init} makes of the modules it installed for a root module. Read
   * in this way only, since its addresses may hold credentials.
   *
   * @param folder of the root module
   */
  default Content installedModules(String folder) {
    return read(Paths.in(folder, ReadablePaths.MANIFEST));
  }

  /**
   * The first bytes of a file, at most {@code most}; empty when it cannot be read. For telling what
   * a file is without reading it.
   */
  byte[] head(String path, int most);

  /**
   * The bytes of a file, for reading one that is too large to be held; null when it cannot be
   * opened. Reading them may throw.
   */
  default @Nullable InputStream open(String path) {
    return read(path) instanceof Content.Decoded decoded
        ? new ByteArrayInputStream(decoded.file().text().getBytes(StandardCharsets.UTF_8))
        : null;
  }

  /** Whether a file can be opened more than once. */
  default boolean reopens(String path) {
    return true;
  }

  /** The path as reports show it. */
  String shown(String path);
}
