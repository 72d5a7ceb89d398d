package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import dev.iacguard.cli.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Terraform makes of the modules in an emulator of AWS complies: its state, and what {@code
 * collect} exports of it. Both have the same verdicts.
 */
class AppliedScaffoldTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("CHECKPOINT_DISABLE", "1");

  private static final String PROVIDER =
      """
      provider "aws" {
        region                      = "eu-west-1"
        access_key                  = "test"
        secret_key                  = "test"
        skip_credentials_validation = true
        skip_requesting_account_id  = true
        skip_metadata_api_check     = true
        max_retries                 = 3 # by default, an error of the emulator is tried for hours

        endpoints {
          apigateway     = "URL"
          apigatewayv2   = "URL"
          cloudwatch     = "URL"
          cloudwatchlogs = "URL"
          iam            = "URL"
          sts            = "URL"
        }
      }
      """;

  private static final Pattern VERDICT =
      Pattern.compile("\"(IG\\d+)\":\\s*\"(pass|fail|conditional|unknown)\"");

  /** Questions about code, which exports are not asked. */
  private static final List<String> OF_CODE = List.of("IG306", "IG307");

  /** An emulator takes a while to load the policies of AWS. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"rest default", "http default", "websocket default", "websocket soc2"})
  void theStateAndTheExportComply(String scaffold) throws IOException, InterruptedException {
    Tool.needs("terraform");
    Tool.needsTime();
    Path folder = Scaffolds.write(root, "terraform " + scaffold);
    Path example = folder.resolve("examples/basic");
    Path exports = Files.createDirectory(folder.resolve("exports"));
    try (Emulator emulator = Emulator.in(exports)) {
      Files.writeString(
          example.resolve("provider_override.tf"), PROVIDER.replace("URL", emulator.endpoint()));
      terraform(example, "init", "-backend=false", "-no-color");
      terraform(
          example,
          "apply",
          "-no-color",
          "-input=false",
          "-auto-approve",
          "-compact-warnings",
          "-var-file=../../values");
      emulator.collect();
    }
    Files.writeString(folder.resolve("state.json"), terraform(example, "show", "-json"));

    String state = stages(folder, "state.json");
    String export = stages(folder, "exports/" + Emulator.ACCOUNT);

    String compliant = "\"summary\":\\s*\\{\\s*\"stages\":\\s*1,\\s*\"compliant\":\\s*1,";
    assertThat(state).containsPattern(compliant);
    assertThat(export).containsPattern(compliant);
    assertThat(verdicts(export)).isEqualTo(verdicts(state)).hasSizeGreaterThan(10);
  }

  private static String stages(Path folder, String path) {
    Cli.Run run = Cli.in(folder).run("stages", path, "--root", ".", "--format", "json");
    return run.out();
  }

  private static List<String> verdicts(String report) {
    Stream<MatchResult> found = VERDICT.matcher(report).results();
    return found
        .filter(each -> !OF_CODE.contains(each.group(1)))
        .map(each -> each.group(1) + " " + each.group(2))
        .toList();
  }

  private static String terraform(Path folder, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "terraform";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Tool.run(folder, ENVIRONMENT, LONGEST, command);
  }
}
