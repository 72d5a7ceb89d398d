package dev.iacguard.core.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder on disk. Opens none of them. */
final class FolderWalk {
  private static final int MAX_DEPTH = 64;

  private final FolderTree tree;
  private final Consumer<Skipped> skipped;
  private final List<String> found = new ArrayList<>();

  /**
   * @param skipped takes what cannot be looked at
   */
  FolderWalk(FolderTree tree, Consumer<Skipped> skipped) {
    this.tree = tree;
    this.skipped = skipped;
  }

  /**
   * The paths of the files, sorted.
   *
   * @param at the folder on disk
   * @param path the folder in the tree
   */
  List<String> from(Path at, String path) {
    list(at, path, 0);
    Collections.sort(found);
    return found;
  }

  private void list(Path at, String path, int depth) {
    if (depth > MAX_DEPTH) {
      skip(Skipped.Kind.FOLDER, path, "is more than " + MAX_DEPTH + " folders deep", true);
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!ReadablePaths.isLeftOut(name)) {
          look(entry, Paths.in(path, name), depth);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      String reason = "cannot be listed: " + e.getClass().getSimpleName();
      skip(Skipped.Kind.FOLDER, path, reason, false);
    }
  }

  private void look(Path entry, String path, int depth) {
    @Nullable BasicFileAttributes attributes = attributes(entry);
    if (attributes == null) {
      // It vanished, or may not even be looked at; nobody knows what it was.
      skip(Skipped.Kind.FILE, path, "cannot be read", false);
    } else if (!tree.names(path, entry)) {
      Skipped.Kind kind = attributes.isDirectory() ? Skipped.Kind.FOLDER : Skipped.Kind.FILE;
      String reason = "has a name that cannot be read in this locale; use one with UTF-8";
      skip(kind, path, reason, false);
    } else if (attributes.isDirectory()) {
      list(entry, path, depth + 1);
    } else if (attributes.isRegularFile()) {
      if (tree.readable().allows(path)) {
        found.add(path);
      }
    } else if (tree.isFile(path)) {
      found.add(path);
    } else if (attributes.isSymbolicLink()) {
      skipLink(entry, path);
    } else {
      skip(Skipped.Kind.FILE, path, FolderTree.NOT_REGULAR, false);
    }
  }

  /** A link to a folder of the tree is no loss: the folder itself is walked. */
  private void skipLink(Path entry, String path) {
    if (!tree.isFolder(path)) {
      boolean folder = Files.isDirectory(entry);
      Skipped.Kind kind = folder ? Skipped.Kind.FOLDER_LINK : Skipped.Kind.FILE;
      String reason = tree.reasonAgainst(path);
      skip(kind, path, reason == null ? FolderTree.NOT_REGULAR : reason, false);
    }
  }

  private static @Nullable BasicFileAttributes attributes(Path entry) {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }

  private void skip(Skipped.Kind kind, String path, String reason, boolean limit) {
    skipped.accept(new Skipped(kind, new SourceFile(tree.shown(path), ""), reason, limit));
  }
}
