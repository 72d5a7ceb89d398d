package dev.iacguard.cli.environment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The output of a report: standard output, or a file that is replaced as a whole. */
public final class Output {
  private Output() {}

  /** Writes a report piece by piece. */
  public interface Body {
    void writeTo(Writer out) throws IOException;
  }

  public static void print(String text, CliEnvironment cliEnvironment) throws IOException {
    write(null, cliEnvironment, out -> out.write(text));
  }

  /**
   * @param file null for standard output
   * @throws UsageException when the file is no place to write to
   */
  public static void write(@Nullable Path file, CliEnvironment cliEnvironment, Body body)
      throws IOException {
    if (file == null) {
      toStandardOutput(cliEnvironment.out(), body);
    } else {
      replace(file, body);
    }
  }

  /**
   * Refuses what is no name of a file. Whether it can be written is found out by writing.
   *
   * @param option as the user wrote it
   */
  public static Path file(String option, String name, CliEnvironment cliEnvironment) {
    if (name.isEmpty()) {
      throw new UsageException(option + " names no file");
    }
    Path file = path(option, name, cliEnvironment);
    if (Files.isDirectory(file)) {
      throw new UsageException(option + " is a directory; name a file");
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(option + ": there is no directory " + folder);
    }
    return file;
  }

  private static Path path(String option, String name, CliEnvironment cliEnvironment) {
    try {
      return cliEnvironment.folder().resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " is not a path");
    }
  }

  /** A reader that has seen enough closes the pipe; that is no error. */
  private static void toStandardOutput(OutputStream stream, Body body) throws IOException {
    try {
      Writer out = writer(stream);
      body.writeTo(out);
      out.flush();
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
        throw e;
      }
    }
  }

  /** The file holds the old or the new report at any time, never a part of one. */
  private static void replace(Path file, Body body) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !isReplaceable(target)) {
      try (Writer out = writer(Files.newOutputStream(target))) {
        body.writeTo(out);
      }
      return;
    }
    try (PartFile part = new PartFile(target)) {
      try (Writer out = writer(part.open())) {
        body.writeTo(out);
      }
      part.takePlace();
    }
  }

  /** A device and a named pipe are not, nor is a file that lies in somebody else's folder. */
  private static boolean isReplaceable(Path target) {
    return Files.isRegularFile(target)
        && (Files.isWritable(target.resolveSibling(".")) || !Files.isWritable(target));
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /** Why something could not be written, in words. */
  public static String unwritable(IOException e) {
    return e instanceof NoSuchFileException ? "no file can be made there" : reason(e);
  }

  /** Why something could not be read or written, in words. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "it does not exist";
      case AccessDeniedException denied -> "no permission";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
