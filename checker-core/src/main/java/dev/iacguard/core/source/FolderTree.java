package dev.iacguard.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

  static final String NOT_REGULAR = "is not a regular file";

  private final RootedPaths paths;
  private final Path shownFrom;

  private FolderTree(RootedPaths paths, Path shownFrom) {
    this.paths = paths;
    this.shownFrom = shownFrom;
  }

  /**
   * @param root an existing folder; nothing outside it is read
   * @param shownFrom the folder that shown paths are relative to, where they lie in it
   */
  public static FolderTree at(Path root, Path shownFrom) throws IOException {
    RootedPaths paths =
        new RootedPaths(
            root.toAbsolutePath().normalize(), root.toRealPath(), ReadablePaths.SOURCES);
    return new FolderTree(paths, shownFrom.toAbsolutePath().normalize());
  }

  /** The same tree where what the user named can be read wherever it lies. */
  public FolderTree naming(Collection<String> named) {
    ReadablePaths readable = ReadablePaths.naming(named);
    return new FolderTree(new RootedPaths(paths.root(), paths.realRoot(), readable), shownFrom);
  }

  /** What the judged code may read in this tree, and in what git keeps of it. */
  public ReadablePaths readable() {
    return paths.readable();
  }

  /** Why a text of so many bytes is not read. */
  public static String tooLarge(long bytes) {
    return "has " + (bytes >> 20) + " MiB; at most " + (MAX_TEXT_BYTES >> 20) + " MiB are read";
  }

  /** The path inside this tree of a file or folder on disk, or null when it lies outside. */
  public @Nullable String pathOf(Path onDisk) {
    Path absolute = onDisk.toAbsolutePath().normalize();
    if (!absolute.startsWith(paths.root())) {
      return null;
    }
    return paths.root().relativize(absolute).toString().replace('\\', '/');
  }

  @Override
  public boolean mayRead(String path) {
    return paths.refusal(path) == null;
  }

  /** Why a file or folder cannot be read; null when it can. */
  @Nullable String reasonAgainst(String path) {
    return paths.reasonAgainst(path);
  }

  @Override
  public boolean isFile(String path) {
    Path file = paths.reachable(path, paths.readable());
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
    Path file = paths.at(path);
    return file != null
        && file.getFileName() != null
        && file.getFileName().equals(entry.getFileName());
  }

  @Override
  public Content read(String path) {
    return read(path, paths.readable());
  }

  @Override
  public Content installedModules(String folder) {
    String path = Paths.in(folder, ReadablePaths.MANIFEST);
    return read(path, ReadablePaths.naming(List.of(path)));
  }

  private Content read(String path, ReadablePaths allowed) {
    String shown = shown(path);
    Path file = paths.reachable(path, allowed);
    if (file == null) {
      @Nullable String reason = paths.reasonAgainst(path);
      return failed(shown, reason == null ? RootedPaths.OUTSIDE : reason, false);
    }
    try (InputStream in = paths.open(path, file, allowed)) {
      if (in == null) {
        return failed(shown, NOT_REGULAR, false);
      }
      long size = Files.size(file);
      byte[] bytes = size > MAX_TEXT_BYTES ? new byte[0] : in.readNBytes(MAX_TEXT_BYTES + 1);
      if (Math.max(size, bytes.length) > MAX_TEXT_BYTES) {
        return failed(shown, tooLarge(Math.max(size, bytes.length)), true);
      }
      boolean quotable = Paths.ending(path).equals(Paths.ending(paths.inRealRoot(file)));
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
    Path file = paths.reachable(path, paths.readable());
    try {
      return file == null ? null : paths.open(path, file, paths.readable());
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public String shown(String path) {
    Path absolute = paths.at(path);
    if (absolute == null) {
      return path;
    }
    Path shown = absolute.startsWith(shownFrom) ? shownFrom.relativize(absolute) : absolute;
    String text = shown.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }

  @Override
  public String real(String path) {
    Path file = paths.at(path);
    try {
      Path real = file == null ? null : file.toRealPath();
      return real != null && real.startsWith(paths.realRoot()) ? paths.inRealRoot(real) : path;
    } catch (IOException e) {
      return path;
    }
  }

  private @Nullable Path folderAt(String path) {
    Path folder = paths.reachable(path, paths.readable());
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }
}
