package dev.iacguard.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells from what a file system says of a file whether it may have another content. */
record FileStamps(Path root) {
  /** Two writes within this time may leave the same time behind. */
  private static final long SHORT_NANOS = 200_000_000;

  /**
   * @param settled false when the file was changed so recently that the next change may not show
   */
  record Stamp(long nanos, long size, @Nullable Object key, boolean settled) {
    private boolean isLike(Stamp other) {
      return nanos == other.nanos && size == other.size && Objects.equals(key, other.key);
    }
  }

  /** Null when there is no such file. */
  @Nullable Stamp of(String path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
      long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      long now = System.currentTimeMillis() * 1_000_000;
      return new Stamp(
          changed, attributes.size(), attributes.fileKey(), now - changed > SHORT_NANOS);
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  /** Whether a file is sure to be as it was. */
  boolean isSame(String path, @Nullable Stamp before) {
    Stamp now = of(path);
    if (before == null || now == null) {
      return before == null && now == null;
    }
    return before.settled() && before.isLike(now);
  }
}
