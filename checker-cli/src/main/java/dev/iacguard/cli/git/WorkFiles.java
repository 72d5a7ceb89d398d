package dev.iacguard.cli.git;

import dev.iacguard.core.source.FolderTree;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;

/** Reads the files on disk as git would store them, without the filters that settings may name. */
final class WorkFiles {
  private final Path root;
  private final ObjectInserter.Formatter formatter = new ObjectInserter.Formatter();

  WorkFiles(Path root) {
    this.root = root;
  }

  /** The content of a file that is as the index last saw it; null when it may not be. */
  byte @Nullable [] untouched(String path, DirCacheEntry entry) {
    // The older interface of files costs less than half of the time of the newer one.
    File file = new File(root.toFile(), path);
    if (entry.isSmudged()
        || file.lastModified() != entry.getLastModifiedInstant().toEpochMilli()
        || file.length() != entry.getLength()) {
      return null;
    }
    try (FileInputStream in = new FileInputStream(file)) {
      byte[] bytes = in.readNBytes(entry.getLength());
      return bytes.length == entry.getLength() ? bytes : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Null when there is no such file. */
  @Nullable FileVersion version(String path) {
    try {
      return read(root.resolve(path), attributes(path), -1);
    } catch (IOException e) {
      return null;
    }
  }

  /** A file that is as the index last saw it is not read again. */
  @Nullable FileVersion version(String path, DirCacheEntry entry) {
    try {
      BasicFileAttributes attributes = attributes(path);
      boolean untouched =
          attributes.size() == entry.getLength()
              && !entry.isSmudged()
              && attributes.lastModifiedTime().toInstant().equals(entry.getLastModifiedInstant());
      FileVersion version =
          untouched
              ? new FileVersion(entry.getObjectId(), entry.getRawMode())
              : read(root.resolve(path), attributes, entry.getLength());
      // Whether it is executable makes no difference.
      return version == null || !version.id().equals(entry.getObjectId())
          ? version
          : new FileVersion(version.id(), entry.getRawMode());
    } catch (IOException e) {
      return null;
    }
  }

  private BasicFileAttributes attributes(String path) throws IOException {
    return Files.readAttributes(
        root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * @param stored how long the file is in the index; -1 where it is not there
   */
  private @Nullable FileVersion read(Path file, BasicFileAttributes attributes, long stored)
      throws IOException {
    if (attributes.isSymbolicLink()) {
      byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
      return new FileVersion(id(target), FileMode.TYPE_SYMLINK);
    }
    if (!attributes.isRegularFile()) {
      return null;
    }
    boolean tooLarge = attributes.size() > FolderTree.MAX_TEXT_BYTES && attributes.size() != stored;
    ObjectId id = tooLarge ? stamp(attributes) : id(file, attributes.size());
    return new FileVersion(id, FileMode.REGULAR_FILE.getBits());
  }

  /** The digest of content that is not read, since it cannot be what the index has. */
  private ObjectId stamp(BasicFileAttributes attributes) {
    String words = attributes.size() + " bytes of " + attributes.lastModifiedTime();
    return id(words.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectId id(byte[] content) {
    return formatter.idFor(Constants.OBJ_BLOB, content);
  }

  private ObjectId id(Path file, long size) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return formatter.idFor(Constants.OBJ_BLOB, size, in);
    }
  }
}
