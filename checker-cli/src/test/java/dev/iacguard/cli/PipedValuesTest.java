package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that the shell pipes in: {@code --var-file <(decrypt prod.tfvars)}. A pipe is found among
 * all that the process has open, so no other test may open or close one meanwhile.
 */
@Isolated
class PipedValuesTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final String STAGE =
      """
      variable "name" {}
      resource "aws_api_gateway_stage" "rest" {
        stage_name = var.name
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void needsProc() {
    assumeTrue(Files.isDirectory(DESCRIPTORS), "there is no /proc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = \"v7\"", " {\"name\": \"v7\"}"})
  void variablesAreReadInBothSyntaxes(String values) throws IOException {
    Files.writeString(folder.resolve("main.tf"), STAGE);

    Cli.Run run = run(values, "stages", "--var-file", "PIPE", "--format", "csv", "--root", ".");

    assertThat(run.out()).contains("aws_api_gateway_stage.rest,v7,");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aVariantIsReadToo() throws IOException {
    Files.writeString(folder.resolve("main.tf"), STAGE);

    Cli.Run run =
        run("name = \"v7\"", "stages", "--variant", "prod=PIPE", "--format", "csv", "--root", ".");

    assertThat(run.out()).contains("aws_api_gateway_stage.rest,v7,").contains("(prod)");
  }

  @Test
  void parametersAreRead() throws IOException {
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Parameters: {Name: {Type: String}}
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: !Ref Name, RestApiId: abc}
        """);

    Cli.Run run =
        run("[\"Name=v7\"]", "stages", "--parameters", "PIPE", "--format", "csv", "--root", ".");

    assertThat(run.out()).contains("Stage,v7,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--staged", "--diff-base=HEAD"})
  void whatIsComparedGetsTheSameValues(String comparison) throws IOException {
    Git git = Git.init(folder.resolve("repository"));
    git.write(
        "main.tf", STAGE.replace("stage_name =", "for_each = toset(var.name)\n  stage_name ="));
    git.stage().commit();
    git.write("other.tf", "# changed");
    git.stage();

    Cli.Run run =
        run(
            git.folder(),
            "name = [\"a\"]",
            "check",
            "--var-file",
            "PIPE",
            "--root",
            ".",
            comparison);

    // With the values in one state only, the stage would be a new one.
    assertThat(run.out()).doesNotContain("IG101").contains("exit code 0: no new findings");
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aMistakeIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("main.tf"), STAGE);

    Cli.Run run = run("\nname = [", "check", "--var-file", "PIPE", "--root", ".");

    assertThat(run.out()).containsPattern("/proc/self/fd/\\d+:2:");
    assertThat(run.code()).isEqualTo(ExitCode.UNREAD_INPUT);
  }

  @Test
  void aPolicyHasToBeAFile() throws IOException {
    Cli.Run run = run("rules: {}", "check", "--config", "PIPE", "--root", ".");

    assertThat(run.err()).containsPattern("/proc/self/fd/\\d+ is a pipe");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  private Cli.Run run(String piped, String... arguments) throws IOException {
    return run(folder, piped, arguments);
  }

  /** Runs with the name of a pipe in place of {@code PIPE}. */
  private static Cli.Run run(Path in, String piped, String... arguments) throws IOException {
    Set<Path> before = pipes();
    Pipe pipe = Pipe.open();
    try (var source = pipe.source()) {
      try (var sink = pipe.sink()) {
        sink.write(ByteBuffer.wrap(piped.getBytes(StandardCharsets.UTF_8)));
      }
      Set<Path> ours = pipes();
      ours.removeAll(before);
      assertThat(source.isOpen()).isTrue();
      String name = ours.iterator().next().toString();
      String[] named =
          Stream.of(arguments)
              .map(argument -> argument.replace("PIPE", name))
              .toArray(String[]::new);
      return Cli.in(in).run(named);
    }
  }

  private static Set<Path> pipes() throws IOException {
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.filter(PipedValuesTest::isPipe).collect(Collectors.toSet());
    }
  }

  private static boolean isPipe(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("pipe:");
    } catch (IOException e) {
      return false;
    }
  }
}
