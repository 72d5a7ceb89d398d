package dev.iacguard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chekc                       | unknown command 'chekc'; did you mean 'check'?
          stage                       | unknown command 'stage'; did you mean 'stages'?
          help chekc                  | unknown command 'chekc'; did you mean 'check'?
          help frobnicate             | unknown command 'frobnicate'; see 'iac-guard help'
          frobnicate                  | unknown command 'frobnicate'; see 'iac-guard --help'
          check --fromat json         | unknown option '--fromat'; did you mean '--format'?
          check --fromat=json         | unknown option '--fromat'; did you mean '--format'?
          check -x                    | unknown option '-x'; see 'iac-guard check --help'
          check --format jsn          | did you mean 'json'?
          check --format              | '--format'
          check --format json --format json | '--format'
          check --fail-on fatal       | one of note, warning, error, never is expected
          check --var days            | --var days: NAME=VALUE is expected
          check --var =1              | NAME=VALUE is expected
          check nowhere               | cannot read nowhere: it does not exist
          check --var-file nowhere    | cannot read nowhere: it does not exist
          check --var-file .          | --var-file . is not a file
          check --variant nowhere     | cannot read nowhere: it does not exist
          check --variant a=          | --variant a=: [NAME=]FILE[,FILE] is expected
          check --variant =a          | --variant =a: [NAME=]FILE[,FILE] is expected
          check --variant a/x --variant b/x | --variant b/x: two variants are called x; write NAME=FILE
          check --parameters nowhere  | cannot read nowhere: it does not exist
          check --root nowhere        | cannot read nowhere: it does not exist
          check --output .            | --output . is a directory; name a file
          check --output no/file      | there is no directory
          explain                     | no RULE given; see 'iac-guard explain --help'
          explain IG1O1               | did you mean 'IG101'?
          explain frobnicate          | unknown rule 'frobnicate'; see 'iac-guard rules'
          rules IG101                 | cannot read IG101: it does not exist
          merge                       | no PATH given; see 'iac-guard merge --help'
          logs                        | no FILE given; see 'iac-guard logs --help'
          merge a --history .         | --history . is a directory; name a file
          completion tcsh             | no completion for 'tcsh'
          """)
  void wrongUsageIsExplainedOnStandardErrorOnly(String arguments, String message) {
    Cli.Run run = Cli.in(folder).run(arguments.split(" "));

    assertThat(run.err()).startsWith("iac-guard: ").contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void helpAndVersionAreCommandsToo() {
    assertThat(Cli.in(folder).run("help", "check"))
        .isEqualTo(Cli.in(folder).run("check", "--help"));
    assertThat(Cli.in(folder).run("help")).isEqualTo(Cli.in(folder).run("--help"));
    assertThat(Cli.in(folder).run("version")).isEqualTo(Cli.in(folder).run("--version"));
  }

  @Test
  void withoutCommandTheHelpIsShownAsAnError() {
    Cli.Run run = Cli.in(folder).run();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: iac-guard");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "stages",
        "merge",
        "logs",
        "config",
        "schema",
        "explain",
        "rules",
        "completion"
      })
  void everyCommandHasHelpWithExamples(String command) {
    List<String> arguments = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command));
    arguments.add("--help");

    Cli.Run run = Cli.in(folder).run(arguments.toArray(String[]::new));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Examples:", "iac-guard " + command);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void versionIsTheOneOfTheBuild() {
    assertThat(Cli.in(folder).run("--version").out()).matches("iac-guard \\d+\\.\\d+\\.\\d+.*\n");
  }

  @Test
  void aControlCharacterInAnArgumentIsNotEchoed() {
    assertThat(Cli.in(folder).run("\u001B[31mred").err()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScriptThatKnowsAllCommandsAndOptions(String shell) throws Exception {
    Cli.Run run = Cli.in(folder).run("completion", shell);

    Path script = Files.writeString(folder.resolve("script"), run.out());
    Process syntaxCheck = new ProcessBuilder("bash", "-n", script.toString()).start();
    assertThat(syntaxCheck.waitFor()).isZero();
    assertThat(new CheckCommand().spec().options())
        .extracting(OptionSpec::longestName)
        .allMatch(run.out()::contains);
  }

  @Test
  void fishHasALineForEachCommandAndOption() {
    List<String> lines = Cli.in(folder).run("completion", "fish").out().lines().toList();

    for (Map.Entry<String, CommandLine> command :
        CommandTree.commandLine().getSubcommands().entrySet()) {
      String name = command.getKey();
      assertThat(lines).anyMatch(line -> line.contains(" -f -a " + name + " -d '"));
      for (OptionSpec option : command.getValue().getCommandSpec().options()) {
        String start = "complete -c iac-guard -n '__fish_seen_subcommand_from " + name + "'";
        String word = " -l " + option.longestName().substring(2) + " ";
        assertThat(lines).anyMatch(line -> line.startsWith(start) && line.contains(word));
      }
    }
    assertThat(lines.stream().skip(1)).allMatch(line -> quotes(line) % 2 == 0);
  }

  /** Quotes that are not escaped. */
  private static long quotes(String line) {
    return line.replace("\\'", "").chars().filter(c -> c == '\'').count();
  }

  @Test
  void fishOffersWordsAndCommands() throws Exception {
    assumeTrue(isInstalled("fish"), "fish is not installed");
    Path script =
        Files.writeString(folder.resolve("script"), Cli.in(folder).run("completion", "fish").out());
    Process fish =
        new ProcessBuilder(
                "fish",
                "-c",
                "source "
                    + script
                    + "; complete -C 'iac-guard che'; complete -C 'iac-guard check --fail-on e'")
            .start();

    assertThat(new String(fish.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("check\t")
        .contains("\nerror");
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void completionOffersWordsAndLeavesFilesToTheShell() throws Exception {
    Path script = folder.resolve("script");
    Files.writeString(
        script,
        Cli.in(folder).run("completion", "bash").out()
            + """
            compopt() { echo "compopt $*"; }
            ask() {
              COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
              _complete_iac-guard
              echo "${COMPREPLY[*]}"
            }
            ask iac-guard check --fail-on e
            ask iac-guard check infra
            ask iac-guard check --config iac
            ask iac-guard explain IG110
            """);

    Process bash = new ProcessBuilder("bash", script.toString()).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("error\n\n\nIG110\n");
  }

  @Test
  void aClosedPipeIsNoError() {
    Cli.Run run = Cli.in(folder).run(failing("Broken pipe"), "--help");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void aFullDiskIsAnError() {
    Cli.Run run = Cli.in(folder).run(failing("No space left on device"), "--help");

    assertThat(run.err()).contains("cannot be written", "No space left on device");
    assertThat(run.code()).isEqualTo(4);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Test
  void helpBreaksLinesBetweenWords() {
    for (CommandLine command : CommandTree.commandLine().getSubcommands().values()) {
      List<String> words =
          List.of(Cli.in(Path.of("/")).run(command.getCommandName(), "--help").out().split("\\s+"));
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (String line : option.description()) {
          assertThat(words).contains(line.strip().split("\\s+"));
        }
      }
    }
  }
}
