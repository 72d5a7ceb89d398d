package dev.iacguard.cli.environment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Replaces the contents of source files. */
public final class SourceReplacement {
  private SourceReplacement() {}

  /**
   * The file holds the old or the new text at any time, and keeps its permissions.
   *
   * @param before what it has to hold still
   * @return why it was not replaced; null when it was
   */
  public static @Nullable String replace(Path file, byte[] before, byte[] after) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return "is not a regular file";
      }
      if (!Files.isWritable(file)) {
        return "is read-only";
      }
      if (!Arrays.equals(Files.readAllBytes(file), before)) {
        return "has changed since it was read";
      }
      try (PartFile part = new PartFile(file)) {
        try (OutputStream out = part.open()) {
          out.write(after);
        }
        part.takePermissions();
        part.takePlace();
      }
      return null;
    } catch (IOException e) {
      return "cannot be written: " + Output.reason(e);
    }
  }
}
