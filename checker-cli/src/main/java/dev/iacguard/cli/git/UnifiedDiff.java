package dev.iacguard.cli.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Writes the difference of two texts as {@code git apply} and {@code patch} read it. */
public final class UnifiedDiff {
  private UnifiedDiff() {}

  /**
   * @param path of the file, as both sides name it
   * @param before the bytes of the file
   */
  public static String of(String path, byte[] before, byte[] after) {
    RawText old = new RawText(before);
    RawText edited = new RawText(after);
    ByteArrayOutputStream hunks = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(hunks)) {
      formatter.format(
          new HistogramDiff().diff(RawTextComparator.DEFAULT, old, edited), old, edited);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "--- a/" + path + "\n+++ b/" + path + "\n" + hunks.toString(StandardCharsets.UTF_8);
  }
}
