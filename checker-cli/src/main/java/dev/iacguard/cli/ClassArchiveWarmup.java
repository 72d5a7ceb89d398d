package dev.iacguard.cli;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.TrialRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every kind of report over a folder of examples and discards the output, to train the class
 * archive. The launcher has the JVM archive the classes that this loads, so that a real run finds
 * them ready.
 */
final class ClassArchiveWarmup {
  private static final CliEnvironment NOWHERE =
      CliEnvironment.ofProcess(
          OutputStream.nullOutputStream(),
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

  private ClassArchiveWarmup() {}

  public static void main(String[] args) throws IOException, GitProblem {
    Path examples = Path.of(args[0]);
    run(examples, List.of("check", "--color", "always"));
    run(examples, List.of("check", "--format", "json"));
    run(examples, List.of("stages"));
    run(examples, List.of("stages", "--format", "json"));
    Path copy = Files.createTempDirectory("iac-guard");
    try {
      copy(examples, copy);
      TrialRepository.make(copy);
      run(copy, List.of("check", "--staged"));
      TrialRepository.commit(copy);
      for (Path file : files(copy)) {
        if (file.toString().endsWith(".tf")) {
          Files.writeString(file, "\n# changed\n", StandardOpenOption.APPEND);
        }
      }
      run(copy, List.of("check", "--diff-base", "HEAD"));
    } finally {
      delete(copy);
    }
  }

  private static void run(Path folder, List<String> command) {
    String name = folder.toString();
    Main.run(
        Stream.concat(command.stream(), Stream.of(name, "--root", name)).toArray(String[]::new),
        NOWHERE);
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
