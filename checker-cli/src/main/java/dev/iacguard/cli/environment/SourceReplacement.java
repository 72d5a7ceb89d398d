package dev.iacguard.cli.environment;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Decoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A source file and the bytes that take the place of those it holds. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are only written.
public record SourceReplacement(Path file, byte[] before, byte[] after) {
  public static final String CHANGED = "has changed since it was read";

  /**
   * Keeps a byte order mark.
   *
   * @param before the text that the file has to hold still
   * @return null when it holds another one
   */
  public static @Nullable SourceReplacement of(Path file, String before, String after)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean same =
        Decoder.decode(file.toString(), bytes) instanceof Content.Decoded decoded
            && decoded.file().text().equals(before);
    return same ? new SourceReplacement(file, bytes, Decoder.encode(after, bytes)) : null;
  }

  /**
   * The file holds the old or the new bytes at any time, and keeps its permissions.
   *
   * @return why it was not replaced; null when it was
   */
  public @Nullable String write() {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return "is not a regular file";
      }
      if (!Files.isWritable(file)) {
        return "is read-only";
      }
      if (!Arrays.equals(Files.readAllBytes(file), before)) {
        return CHANGED;
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
