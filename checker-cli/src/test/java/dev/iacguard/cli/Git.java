package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repository made by the git program, without the settings of whoever runs the test. */
final class Git {
  /** A stage without log: IG101 at its declaration. */
  static final String BAD = stage("bad", "");

  /** The same stage with everything. */
  static final String GOOD = logged(30);

  /** Where none was made yet. */
  static final Git NONE = new Git(Path.of(""));

  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  /** An empty repository on branch main; skips the test where there is no git. */
  static Git init(Path folder) throws IOException {
    assumeTrue(isInstalled(), "git is not installed");
    Git git = new Git(Files.createDirectories(folder).toRealPath());
    git.run("init", "-q");
    git.run("symbolic-ref", "HEAD", "refs/heads/main");
    return git;
  }

  static Git at(Path folder) throws IOException {
    return new Git(folder.toRealPath());
  }

  /** A stage in a stack of its own, logging with a retention of so many days. */
  static String logged(int days) {
    return stage(
            "bad",
            """
              access_log_settings {
                destination_arn = aws_cloudwatch_log_group.logs.arn
                format          = "$context.requestId $context.identity.sourceIp $context.status $context.responseLatency"
              }
            """)
        + """
        resource "aws_cloudwatch_log_group" "logs" {
          name              = "/api"
          retention_in_days = %s
          tags              = { Owner = "a", CostCenter = "b" }
        }
        """
            .formatted(days < 0 ? "var.days" : String.valueOf(days));
  }

  static String stage(String name, String settings) {
    return """
    resource "aws_apigatewayv2_api" "%1$s" {
      name          = "%1$s"
      protocol_type = "HTTP"
    }
    resource "aws_apigatewayv2_stage" "%1$s" {
      api_id = aws_apigatewayv2_api.%1$s.id
      name   = "%1$s"
      tags   = { Owner = "a", CostCenter = "b" }
    %2$s}
    """
        .formatted(name, settings);
  }

  Path folder() {
    return folder;
  }

  Git write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Git delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  Git stage() throws IOException {
    return run("add", "-A");
  }

  Git commit() throws IOException {
    return stage().run("commit", "-q", "--allow-empty", "-m", "a change");
  }

  /** Runs git, which has to succeed. */
  Git run(String... arguments) throws IOException {
    Result result = call(Map.of(), arguments);
    assertThat(result.code()).as(result.output()).isZero();
    return this;
  }

  record Result(int code, String output) {}

  Result call(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.org",
                "GIT_COMMITTER_NAME", "a",
                "GIT_COMMITTER_EMAIL", "a@example.org"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Every file of the repository's own folder with its time and content. */
  Map<String, String> state() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".git"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.naturalOrder())
          .collect(Collectors.toMap(Path::toString, Git::described));
    }
  }

  private static String described(Path file) {
    try {
      return Files.getLastModifiedTime(file)
          + " "
          + Files.readString(file, StandardCharsets.ISO_8859_1).hashCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Cli.Run check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    return Cli.in(folder).run(arguments.toArray(String[]::new));
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
