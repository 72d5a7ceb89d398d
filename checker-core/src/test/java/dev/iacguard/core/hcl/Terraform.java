package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The installed terraform, run in an empty folder. */
final class Terraform {
  private final Path folder;
  private final Path settings;

  Terraform(Path folder) throws IOException {
    this.folder = folder;
    this.settings = Files.createFile(folder.resolve("settings"));
  }

  boolean isInstalled() throws IOException, InterruptedException {
    try {
      return run("", "version").exit() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }

  boolean accepts(String text) throws IOException, InterruptedException {
    return run(text, "fmt", "-").exit() == 0;
  }

  /** The values of expressions that are text. */
  List<String> values(List<String> expressions) throws IOException, InterruptedException {
    StringBuilder locals = new StringBuilder("locals {\n");
    for (int at = 0; at < expressions.size(); at++) {
      locals.append("t" + at + " = " + expressions.get(at) + "\n");
    }
    Files.writeString(folder.resolve("main.tf"), locals.append("}\n"));
    String names =
        IntStream.range(0, expressions.size())
            .mapToObj(at -> "local.t" + at)
            .collect(Collectors.joining(", "));
    Answer answer = run("join(\",\", [for t in [" + names + "] : base64encode(t)])\n", "console");
    assertThat(answer.exit()).as(answer.output()).isZero();
    return Stream.of(answer.output().strip().replace("\"", "").split(",", -1))
        .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
        .toList();
  }

  private record Answer(int exit, String output) {}

  private Answer run(String input, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("terraform");
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("TF_CLI_CONFIG_FILE", settings.toString());
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), output);
  }
}
