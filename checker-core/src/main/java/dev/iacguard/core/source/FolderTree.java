package dev.iacguard.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tree of files on disk. */
public final class FolderTree implements SourceTree {
  /** Texts larger than this are not read. */
  public static final int MAX_TEXT_BYTES = 128 << 20;

  private static final String OUTSIDE = "leads out of the tree";

  static final String NOT_REGULAR = "is not a regular file";

  private final Path root;
  private final Path realRoot;
  private final Path shownFrom;
  private final ReadablePaths readable;

  private FolderTree(Path root, Path realRoot, Path shownFrom, ReadablePaths readable) {
    this.root = root;
    this.realRoot = realRoot;
    this.shownFrom = shownFrom;
    this.readable = readable;
  }

  /**
   * @param root an existing folder; nothing outside it is read
   * @param shownFrom the folder that shown paths are relative to, where they lie in it
   */
  public static FolderTree at(Path root, Path shownFrom) throws IOException {
    return new FolderTree(
        root.toAbsolutePath().normalize(),
        root.toRealPath(),
        shownFrom.toAbsolutePath().normalize(),
        ReadablePaths.SOURCES);
  }

  /** The same tree where what the user named can be read wherever it lies. */
  public FolderTree naming(Collection<String> paths) {
    return new FolderTree(root, realRoot, shownFrom, ReadablePaths.naming(paths));
  }

  /** What the judged code may read in this tree, and in what git keeps of it. */
  public ReadablePaths readable() {
    return readable;
  }

  /** Why a text of so many bytes is not read. */
  public static String tooLarge(long bytes) {
    return "has " + (bytes >> 20) + " MiB; at most " + (MAX_TEXT_BYTES >> 20) + " MiB are read";
  }

  /** The path inside this tree of a file or folder on disk, or null when it lies outside. */
  public @Nullable String pathOf(Path onDisk) {
    Path absolute = onDisk.toAbsolutePath().normalize();
    if (!absolute.startsWith(root)) {
      return null;
    }
    return root.relativize(absolute).toString().replace('\\', '/');
  }

  @Override
  public boolean mayRead(String path) {
    return refusal(path) == null;
  }

  /** Why a file or folder cannot be read; null when it can. */
  @Nullable String reasonAgainst(String path) {
    @Nullable String refusal = refusal(path);
    return refusal != null || reachable(path, readable) != null ? refusal : "does not exist";
  }

  private @Nullable String refusal(String path) {
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

  @Override
  public boolean isFile(String path) {
    Path file = reachable(path, readable);
    return file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isFolder(String path) {
    return folderAt(path) != null;
  }

  @Override
  public List<String> files(String folder) {
    List<String> names = new ArrayList<>();
    Path at = folderAt(folder);
    if (at != null) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
        for (Path entry : entries) {
          String name = String.valueOf(entry.getFileName());
          if (isFile(Paths.in(folder, name))) {
            names.add(name);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        return List.of();
      }
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public List<String> walk(String folder) {
    return walk(folder, skipped -> {});
  }

  @Override
  public List<String> walk(String folder, Consumer<Skipped> skipped) {
    Path at = folderAt(folder);
    return at == null ? List.of() : new FolderWalk(this, skipped).from(at, folder);
  }

  /** Whether a path in the tree leads to an entry on disk, whatever characters are in its name. */
  boolean names(String path, Path entry) {
    Path file = at(path);
    return file != null
        && file.getFileName() != null
        && file.getFileName().equals(entry.getFileName());
  }

  @Override
  public Content read(String path) {
    return read(path, readable);
  }

  @Override
  public Content installedModules(String folder) {
    String path = Paths.in(folder, ReadablePaths.MANIFEST);
    return read(path, ReadablePaths.naming(List.of(path)));
  }

  private Content read(String path, ReadablePaths allowed) {
    String shown = shown(path);
    Path file = reachable(path, allowed);
    if (file == null) {
      @Nullable String reason = reasonAgainst(path);
      return failed(shown, reason == null ? OUTSIDE : reason, false);
    }
    try (InputStream in = open(path, file, allowed)) {
      if (in == null) {
        return failed(shown, NOT_REGULAR, false);
      }
      long size = Files.size(file);
      byte[] bytes = size > MAX_TEXT_BYTES ? new byte[0] : in.readNBytes(MAX_TEXT_BYTES + 1);
      if (Math.max(size, bytes.length) > MAX_TEXT_BYTES) {
        return failed(shown, tooLarge(Math.max(size, bytes.length)), true);
      }
      boolean quotable = Paths.ending(path).equals(Paths.ending(inRealRoot(file)));
      return Decoder.decode(shown, bytes, quotable);
    } catch (IOException e) {
      return failed(shown, "cannot be read: " + e.getClass().getSimpleName(), false);
    }
  }

  private static Content failed(String shown, String reason, boolean limit) {
    return new Content.Failed(new SourceFile(shown, ""), reason, limit);
  }

  @Override
  public byte[] head(String path, int most) {
    try (InputStream in = open(path)) {
      return in == null ? new byte[0] : in.readNBytes(most);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Override
  public @Nullable InputStream open(String path) {
    Path file = reachable(path, readable);
    try {
      return file == null ? null : open(path, file, readable);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Null when it is not a regular file: opening a pipe would wait for a writer. A path that leads
   * elsewhere once the file is open was swapped in between.
   */
  private @Nullable InputStream open(String path, Path file, ReadablePaths allowed)
      throws IOException {
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

  @Override
  public String shown(String path) {
    Path absolute = at(path);
    if (absolute == null) {
      return path;
    }
    Path shown = absolute.startsWith(shownFrom) ? shownFrom.relativize(absolute) : absolute;
    String text = shown.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }

  @Override
  public String real(String path) {
    Path file = at(path);
    try {
      Path real = file == null ? null : file.toRealPath();
      return real != null && real.startsWith(realRoot) ? inRealRoot(real) : path;
    } catch (IOException e) {
      return path;
    }
  }

  /** Null when no file system here can have a file of that name: it holds a NUL, for one. */
  private @Nullable Path at(String path) {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private @Nullable Path folderAt(String path) {
    Path folder = reachable(path, readable);
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }

  /** What a path leads to, without links; null when nothing is there or it may not be read. */
  private @Nullable Path reachable(String path, ReadablePaths allowed) {
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

  private String inRealRoot(Path real) {
    return realRoot.relativize(real).toString().replace('\\', '/');
  }
}
