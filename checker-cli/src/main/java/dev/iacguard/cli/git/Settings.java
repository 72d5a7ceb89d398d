package dev.iacguard.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Reads a git settings file by itself, without what it includes. */
final class Settings {
  private static final long LARGEST = 1 << 20;

  private Settings() {}

  /** Empty when there is no such file. */
  static Config read(Path file) throws GitProblem {
    Config config = new Config();
    try {
      if (Files.isRegularFile(file)) {
        if (Files.size(file) > LARGEST) {
          throw new GitProblem("cannot read " + file + ": it is larger than 1 MiB");
        }
        config.fromText(Files.readString(file));
      }
    } catch (IOException | ConfigInvalidException e) {
      throw new GitProblem("cannot read " + file + ": " + e.getMessage());
    }
    return config;
  }
}
