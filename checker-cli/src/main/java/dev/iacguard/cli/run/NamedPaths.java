package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.source.ReadablePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds what the user named on disk. Each method throws a {@link UsageException} that names a path
 * which is missing or of the wrong kind.
 *
 * @param folder the current one, as a real path
 */
record NamedPaths(Path folder) {

  /** The folder with the code of a plan. */
  Path source(String name) {
    Path source = real(name);
    if (!Files.isDirectory(source)) {
      throw new UsageException("--source " + name + " is not a directory");
    }
    return source;
  }

  /** A file with values that an option names; none for a pipe. */
  List<Path> values(String option, String name) {
    return NamedPipe.isOne(resolve(name)) ? List.of() : List.of(file(option, name));
  }

  /** A file that an option names. */
  Path file(String option, String name) {
    Path file = real(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(option + " " + name + " " + SpecialFile.describe(file));
    }
    return file;
  }

  /** A file or folder to check. A link leads into a folder that is left out only by its name. */
  Path input(String name) {
    Path real = real(name);
    if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
      throw new UsageException(name + " " + SpecialFile.describe(real));
    }
    Path written = folder.resolve(name).normalize();
    for (Path part : real) {
      if (ReadablePaths.isLeftOut(part.toString()) && !contains(written, part)) {
        throw new UsageException(
            name
                + " is a link to "
                + real
                + ", and "
                + part
                + " is skipped; name that path directly");
      }
    }
    return real;
  }

  private static boolean contains(Path path, Path part) {
    for (Path one : path) {
      if (one.equals(part)) {
        return true;
      }
    }
    return false;
  }

  /** A path as it was written, links and all. */
  Path resolve(String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + name);
    }
  }

  /** Follows symbolic links: what was named is what they lead to. */
  Path real(String name) {
    Path written = resolve(name);
    if (NamedPipe.isOne(written)) {
      throw new UsageException(
          name + " is a pipe; only code, plans, baselines and values can come from a pipe");
    }
    try {
      return written.toRealPath();
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Output.reason(e));
    }
  }
}
