package dev.iacguard.cli.environment;

import java.nio.file.Files;
import java.nio.file.Path;

/** Describes what is at a path where a regular file was expected. */
public final class SpecialFile {
  private SpecialFile() {}

  /** A sentence without its subject: {@code is a directory}. */
  public static String describe(Path path) {
    if (!Files.exists(path)) {
      return "does not exist";
    }
    return Files.isDirectory(path)
        ? "is not a file"
        : "is a pipe, a socket or a device; only files and directories are read";
  }
}
