package dev.iacguard.cli.environment;

import dev.iacguard.core.engine.CodeStart;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pipe that the shell opened for this run: {@code <(terraform show -json plan)} has the name
 * {@code /dev/fd/63}. Its other end is open, so that reading it ends; that is not known of other
 * pipes.
 *
 * @param shown as the user wrote it
 */
public record NamedPipe(String shown, BufferedInputStream stream) {
  /** What of a file is looked at to see its kind, in bytes. */
  private static final int HEAD = 1 << 13;

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

  /** Standard input. */
  public static NamedPipe standardInput(InputStream in) {
    return new NamedPipe(STANDARD_INPUT, new BufferedInputStream(in, HEAD));
  }

  public static NamedPipe open(String shown, Path path) {
    try {
      return new NamedPipe(shown, stream(path));
    } catch (IOException e) {
      throw new UsageException("cannot read " + shown + ": " + Output.reason(e));
    }
  }

  /**
   * What a pipe or a file holds. With the buffer around it only plain reads reach a pipe: a
   * channel, and what a file stream has for reading more at once, seek in JDK 21, which a pipe
   * refuses.
   */
  public static BufferedInputStream stream(Path path) throws IOException {
    InputStream in = isOne(path) ? new FileInputStream(path.toFile()) : Files.newInputStream(path);
    return new BufferedInputStream(in, HEAD);
  }

  /** The name under which it is in a folder of the tree; Terraform knows its code by the name. */
  public String file() {
    String name = shown.equals(STANDARD_INPUT) ? "-" : shown.replace('/', '-');
    return isTerraform() ? name + ".tf" : name;
  }

  private boolean isTerraform() {
    try {
      stream.mark(HEAD);
      byte[] head = stream.readNBytes(HEAD);
      stream.reset();
      return CodeStart.isTerraform(new String(head, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return false;
    }
  }
}
