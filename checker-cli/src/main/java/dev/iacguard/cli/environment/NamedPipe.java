package dev.iacguard.cli.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pipe that the shell opened for this run: {@code <(terraform show -json plan)} is named {@code
 * /dev/fd/63}. Its other end is open, so that reading it ends; that is not known of other pipes.
 *
 * @param shown as the user wrote it
 */
public record NamedPipe(String shown, InputStream stream) {
  /** How reports show standard input. */
  public static final String STANDARD_INPUT = "<stdin>";

  private static final Pattern DESCRIPTOR =
      Pattern.compile("/dev/stdin|/(?:dev|proc/self|proc/\\d+)/fd/\\d+");

  /** Whether that is such a pipe; a file that was opened like one is a file. */
  public static boolean isOne(Path path) {
    return DESCRIPTOR.matcher(path.toString()).matches()
        && Files.exists(path)
        && !Files.isRegularFile(path)
        && !Files.isDirectory(path);
  }

  public static NamedPipe open(String shown, Path path) {
    try {
      return new NamedPipe(shown, Files.newInputStream(path));
    } catch (IOException e) {
      throw new UsageException("cannot read " + shown + ": " + Output.reason(e));
    }
  }

  /** The name that stands for it in a folder of the tree. */
  public String file() {
    return shown.equals(STANDARD_INPUT) ? "-" : shown.replace('/', '-');
  }
}
