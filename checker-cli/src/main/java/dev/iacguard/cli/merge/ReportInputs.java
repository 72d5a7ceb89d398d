package dev.iacguard.cli.merge;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files that may be reports: those that are named, and {@code *.json} below folders. */
final class ReportInputs {
  private static final int DEEPEST = 32;
  private static final String ENDING = ".json";

  private ReportInputs() {}

  /**
   * Sorted by name, each once. A path that does not exist is among them.
   *
   * @param named as the user wrote them
   */
  static List<ReportInput> find(List<String> named, CliEnvironment cliEnvironment) {
    Map<Path, String> names = new TreeMap<>();
    for (String name : named) {
      Path path = path(name, cliEnvironment);
      if (Files.isDirectory(path)) {
        List<Path> found = below(name, path);
        if (found.isEmpty()) {
          names.putIfAbsent(path, name);
        }
        for (Path file : found) {
          names.putIfAbsent(file, join(name, path.relativize(file)));
        }
      } else {
        names.putIfAbsent(path, name);
      }
    }
    Map<String, String> repositories = RepositoryNames.of(names.values());
    List<ReportInput> inputs = new ArrayList<>();
    names.forEach(
        (path, name) ->
            inputs.add(new ReportInput(name, path, repositories.getOrDefault(name, name))));
    inputs.sort((one, other) -> one.name().compareTo(other.name()));
    return List.copyOf(inputs);
  }

  private static Path path(String name, CliEnvironment cliEnvironment) {
    try {
      return cliEnvironment.folder().resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(name + " is not a path");
    }
  }

  /** Links are not followed: they could lead anywhere. What belongs to git is not read. */
  private static List<Path> below(String name, Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isGits(folder.relativize(file)))
          .toList();
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Output.reason(e));
    } catch (UncheckedIOException e) {
      String reason = Output.reason(Objects.requireNonNull(e.getCause()));
      throw new UsageException("cannot read " + name + ": " + reason);
    }
  }

  private static boolean isGits(Path below) {
    for (Path part : below) {
      if (part.toString().equals(".git")) {
        return true;
      }
    }
    return false;
  }

  private static String join(String folder, Path file) {
    String below = file.toString().replace('\\', '/');
    String start = folder.endsWith("/") ? folder : folder + "/";
    return start.equals("./") ? below : start + below;
  }
}
