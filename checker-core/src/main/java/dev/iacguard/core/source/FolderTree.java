package dev.iacguard.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tree of files on disk. */
public final class FolderTree implements SourceTree {
  /** Texts larger than this are not read. */
  public static final int MAX_TEXT_BYTES = 128 << 20;

  private static final int MAX_DEPTH = 64;
  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".terraform",
          ".terragrunt-cache",
          "node_modules",
          ".venv",
          "__pycache__");

  private final Path root;
  private final Path realRoot;
  private final Path shownFrom;

  private FolderTree(Path root, Path realRoot, Path shownFrom) {
    this.root = root;
    this.realRoot = realRoot;
    this.shownFrom = shownFrom;
  }

  /**
   * @param root an existing folder; nothing outside it is read
   * @param shownFrom the folder that shown paths are relative to, where they lie in it
   */
  public static FolderTree at(Path root, Path shownFrom) throws IOException {
    return new FolderTree(
        root.toAbsolutePath().normalize(),
        root.toRealPath(),
        shownFrom.toAbsolutePath().normalize());
  }

  /** Why a text of so many bytes is not read. */
  public static String tooLarge(long bytes) {
    return "has " + (bytes >> 20) + " MiB; at most " + (MAX_TEXT_BYTES >> 20) + " MiB are read";
  }

  /** Whether {@link SourceTree#walk} leaves out folders of that name. */
  public static boolean isLeftOut(String name) {
    return LEFT_OUT.contains(name);
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
  public boolean isFile(String path) {
    Path file = at(path);
    return file != null && Files.isRegularFile(file) && isInside(file);
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
          if (Files.isRegularFile(entry) && isInside(entry)) {
            names.add(String.valueOf(entry.getFileName()));
          }
        }
      } catch (IOException e) {
        return List.of();
      }
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public List<String> walk(String folder) {
    return walk(folder, failed -> {});
  }

  @Override
  public List<String> walk(String folder, Consumer<Content.Failed> failed) {
    List<String> found = new ArrayList<>();
    Path at = folderAt(folder);
    if (at != null) {
      walk(at, folder, 0, found, failed);
    }
    Collections.sort(found);
    return found;
  }

  private void walk(
      Path at, String path, int depth, List<String> found, Consumer<Content.Failed> failed) {
    if (depth > MAX_DEPTH) {
      String reason = "lies more than " + MAX_DEPTH + " folders deep";
      failed.accept(new Content.Failed(new SourceFile(shown(path), ""), reason, true));
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        boolean link = Files.isSymbolicLink(entry);
        if (Files.isDirectory(entry)) {
          if (!link && !LEFT_OUT.contains(name)) {
            walk(entry, Paths.in(path, name), depth + 1, found, failed);
          }
        } else if (!link || isFile(Paths.in(path, name))) {
          found.add(Paths.in(path, name));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      String reason = "cannot be listed: " + e.getClass().getSimpleName();
      failed.accept(new Content.Failed(new SourceFile(shown(path), ""), reason, false));
    }
  }

  @Override
  public Content read(String path) {
    Path file = at(path);
    String shown = shown(path);
    try {
      if (file == null || !isInside(file)) {
        return new Content.Failed(new SourceFile(shown, ""), "leads out of the tree", false);
      }
      long size = Files.size(file);
      if (size > MAX_TEXT_BYTES) {
        return new Content.Failed(new SourceFile(shown, ""), tooLarge(size), true);
      }
      return Decoder.decode(shown, Files.readAllBytes(file));
    } catch (IOException e) {
      String reason = "cannot be read: " + e.getClass().getSimpleName();
      return new Content.Failed(new SourceFile(shown, ""), reason, false);
    }
  }

  @Override
  public byte[] head(String path, int most) {
    Path file = at(path);
    if (file == null || !isInside(file)) {
      return new byte[0];
    }
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Override
  public @Nullable InputStream open(String path) {
    Path file = at(path);
    try {
      return file == null || !isInside(file) ? null : Files.newInputStream(file);
    } catch (IOException e) {
      return null;
    }
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
      return real != null && real.startsWith(realRoot)
          ? realRoot.relativize(real).toString().replace('\\', '/')
          : path;
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
    Path folder = at(path);
    return folder != null && Files.isDirectory(folder) && isInside(folder) ? folder : null;
  }

  private boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(realRoot);
    } catch (IOException e) {
      return false;
    }
  }
}
