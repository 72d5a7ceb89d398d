package dev.iacguard.cli.fuzz;

import dev.iacguard.cli.Cli;
import dev.iacguard.cli.Harmless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program as a whole. An input holds the arguments, one a line, and then the files of the
 * folder behind lines {@code === PATH}.
 */
final class CommandLineRun {
  private static final String ARGUMENTS = "\n";
  private static final Pattern TIME = Pattern.compile("\\d+\\.\\d+ s\\b");
  private static final Path FOLDER = folder();

  private CommandLineRun() {}

  static Object of(byte[] input) {
    Map<String, byte[]> files = InputFiles.of(ARGUMENTS, input).all();
    List<String> arguments =
        new String(files.getOrDefault(ARGUMENTS, new byte[0]), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (!arguments.stream().allMatch(CommandLineRun::staysInside)) {
      return "";
    }
    try {
      return run(arguments, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object run(List<String> arguments, Map<String, byte[]> files) throws IOException {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (!file.getKey().equals(ARGUMENTS) && !write(file.getKey(), file.getValue())) {
          return "";
        }
      }
      Cli.Run run = Cli.in(FOLDER).run(arguments.toArray(String[]::new));
      if (run.code() < 0 || run.code() > 3) {
        throw new AssertionError("exit code " + run.code() + ": " + run.err());
      }
      // Exact reports have names as they are, and in JSON nobody obeys this one.
      boolean exact = arguments.toString().contains("json");
      boolean coloured = arguments.toString().contains("color");
      String out = coloured ? Harmless.withoutOwnStyles(run.out()) : run.out();
      Harmless.require(exact ? out.replace("section_", "") : out);
      Harmless.require(run.err());
      return List.of(run.code(), TIME.matcher(run.out()).replaceAll(""), run.err());
    } finally {
      empty();
    }
  }

  /** What the user names may be written and read anywhere; here it lies in the folder. */
  private static boolean staysInside(String argument) {
    return !argument.contains("/")
        && !argument.contains("..")
        && !argument.contains("\0")
        && !argument.equals("hook");
  }

  /** False for a name that no file can have. */
  private static boolean write(String path, byte[] content) {
    try {
      Path file = FOLDER.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return true;
    } catch (InvalidPathException | FileSystemException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(FOLDER)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
