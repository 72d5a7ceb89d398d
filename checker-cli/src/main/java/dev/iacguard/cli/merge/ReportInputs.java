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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    Set<Path> links = new HashSet<>();
    for (String name : named) {
      Path path = path(name, cliEnvironment);
      if (Files.isDirectory(path)) {
        List<Path> found = below(name, path);
        if (found.isEmpty()) {
          names.putIfAbsent(path, name);
        }
        for (Path file : found) {
          if (names.putIfAbsent(file, join(name, path.relativize(file))) == null
              && Files.isSymbolicLink(file)) {
            links.add(file);
          }
        }
      } else {
        names.putIfAbsent(path, name);
        links.remove(path);
      }
    }
    Map<String, String> repositories = RepositoryNames.of(names.values());
    List<ReportInput> inputs = new ArrayList<>();
    names.forEach(
        (path, name) ->
            inputs.add(
                new ReportInput(
                    name, path, links.contains(path), repositories.getOrDefault(name, name))));
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

  /**
   * Links are not followed: they could lead anywhere. Those that lead out of the folder are among
   * what is found, so that they are named. What belongs to git is not read.
   */
  private static List<Path> below(String name, Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      Path real = folder.toRealPath();
      return files
          .filter(
              file ->
                  Files.isSymbolicLink(file)
                      ? leadsOut(file, real)
                      : file.toString().endsWith(ENDING)
                          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isGits(folder.relativize(file)))
          .toList();
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Output.reason(e));
    } catch (UncheckedIOException e) {
      String reason = Output.reason(Objects.requireNonNull(e.getCause()));
      throw new UsageException("cannot read " + name + ": " + reason);
    }
  }

  /** Whether a link leads to a report, or a folder that may have some, out of the folder. */
  private static boolean leadsOut(Path link, Path folder) {
    try {
      Path target = link.toRealPath();
      boolean mayBeReport = link.toString().endsWith(ENDING) || Files.isDirectory(target);
      return mayBeReport && !target.startsWith(folder);
    } catch (IOException e) {
      return link.toString().endsWith(ENDING);
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
