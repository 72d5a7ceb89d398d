package dev.iacguard.cli.git;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Decoder;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Files as git keeps them. What git does not keep and is needed all the same, the modules that were
 * installed into {@code .terraform} and the files of submodules, is read from disk.
 */
final class GitTree implements SourceTree {
  private static final String INSTALLED = ".terraform";

  private final Repository repository;
  private final Listing listing;
  private final FolderTree disk;
  private final Untouched untouched;

  GitTree(Repository repository, Listing listing, FolderTree disk, Untouched untouched) {
    this.repository = repository;
    this.listing = listing;
    this.disk = disk;
    this.untouched = untouched;
  }

  /** Files that are on disk as git keeps them, where reading them is quicker. */
  interface Untouched {
    Untouched NONE = path -> null;

    /** Null when the file is not known to be the same. */
    byte @Nullable [] bytes(String path);
  }

  @Override
  public boolean mayRead(String path) {
    return isOnDisk(path)
        ? disk.mayRead(path)
        : disk.readable().allows(path) && disk.readable().allows(resolve(path));
  }

  @Override
  public boolean isFile(String path) {
    return isOnDisk(path) ? disk.isFile(path) : file(path) != null;
  }

  @Override
  public boolean isFolder(String path) {
    return isOnDisk(path) ? disk.isFolder(path) : mayRead(path) && listing.isFolder(resolve(path));
  }

  @Override
  public List<String> files(String folder) {
    if (isOnDisk(folder)) {
      return disk.files(folder);
    }
    return listing.names(resolve(folder)).stream()
        .filter(name -> file(Paths.in(folder, name)) != null)
        .toList();
  }

  @Override
  public List<String> walk(String folder) {
    return isOnDisk(folder)
        ? disk.walk(folder)
        : listing.below(folder).stream().filter(this::isFile).toList();
  }

  @Override
  public Content read(String path) {
    if (isOnDisk(path)) {
      return disk.read(path);
    }
    @Nullable FileVersion file = file(path);
    if (file == null) {
      return failed(path, "does not exist", false);
    }
    try {
      ObjectLoader object = repository.open(file.id());
      if (object.getSize() > FolderTree.MAX_TEXT_BYTES) {
        return failed(path, FolderTree.tooLarge(object.getSize()), true);
      }
      boolean quotable = Paths.ending(path).equals(Paths.ending(resolve(path)));
      byte[] bytes = object.getCachedBytes(FolderTree.MAX_TEXT_BYTES);
      return Decoder.decode(shown(path), bytes, quotable);
    } catch (MissingObjectException e) {
      return failed(path, "is not in this clone; 'git fetch --refetch' brings it", false);
    } catch (IOException | LargeObjectException e) {
      return failed(path, "cannot be read from git: " + e.getMessage(), false);
    }
  }

  private Content failed(String path, String reason, boolean limit) {
    return new Content.Failed(new SourceFile(shown(path), ""), reason, limit);
  }

  /** Git does not keep it. */
  @Override
  public Content installedModules(String folder) {
    return disk.installedModules(folder);
  }

  @Override
  public byte[] head(String path, int most) {
    if (isOnDisk(path)) {
      return disk.head(path, most);
    }
    @Nullable FileVersion file = file(path);
    if (file == null) {
      return new byte[0];
    }
    byte @Nullable [] same = untouched.bytes(path);
    if (same != null) {
      return cut(same, most);
    }
    try {
      ObjectLoader object = repository.open(file.id());
      if (object.isLarge()) {
        try (var in = object.openStream()) {
          return in.readNBytes(most);
        }
      }
      return cut(object.getCachedBytes(), most);
    } catch (IOException | LargeObjectException e) {
      return new byte[0];
    }
  }

  private static byte[] cut(byte[] bytes, int most) {
    return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }

  @Override
  public String shown(String path) {
    return disk.shown(path);
  }

  private boolean isOnDisk(String path) {
    return (path + "/").contains("/" + INSTALLED + "/")
        || path.startsWith(INSTALLED + "/")
        || listing.isInSubmodule(path);
  }

  private @Nullable FileVersion file(String path) {
    String resolved = resolve(path);
    @Nullable FileVersion file = listing.file(resolved);
    return file != null
            && file.isFile()
            && disk.readable().allows(path)
            && disk.readable().allows(resolved)
        ? file
        : null;
  }

  /** Follows symbolic links inside the tree. */
  private String resolve(String path) {
    return new Links(listing, this::target).resolve(path);
  }

  private String target(FileVersion link) {
    try {
      return new String(repository.open(link.id()).getCachedBytes(), StandardCharsets.UTF_8);
    } catch (IOException | LargeObjectException e) {
      return "/";
    }
  }
}
