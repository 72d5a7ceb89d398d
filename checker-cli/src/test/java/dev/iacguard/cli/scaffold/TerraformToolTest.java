package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terraform accepts the modules. */
class TerraformToolTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CHECKPOINT_DISABLE", "1", "TF_VAR_account_role_arn", Scaffolds.ROLE);

  /** Planning new resources asks AWS nothing. */
  private static final String PROVIDER =
      """
      provider "aws" {
        region                      = "eu-west-1"
        access_key                  = "test"
        secret_key                  = "test"
        skip_credentials_validation = true
        skip_requesting_account_id  = true
        skip_metadata_api_check     = true
      }
      """;

  @TempDir private Path root;

  private static String terraform(Path folder, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "terraform";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Tool.run(folder, ENVIRONMENT, command);
  }

  @Test
  void thereIsNothingToFormat() {
    Tool.needs("terraform");
    Scaffolds.all().forEach(each -> Scaffolds.write(root, "terraform " + each));

    assertThat(terraform(root, "fmt", "-recursive", "-diff")).doesNotContain("@@");
  }

  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#all")
  void theModuleIsValidAndItsTestsPass(String scaffold) {
    Tool.needs("terraform");
    Tool.needsTime();
    needsProviders();
    Path folder = Scaffolds.write(root, "terraform " + scaffold);

    terraform(folder, "init", "-backend=false", "-no-color");
    terraform(folder, "validate", "-no-color");

    assertThat(terraform(folder, "test", "-no-color")).contains("Success!", " 0 failed");
  }

  @ParameterizedTest
  @MethodSource("dev.iacguard.cli.scaffold.Scaffolds#all")
  void thePlanOfTheExampleComplies(String scaffold) throws IOException {
    Tool.needs("terraform");
    Tool.needsTime();
    needsProviders();
    Path folder = Scaffolds.write(root, "terraform " + scaffold);
    Path example = folder.resolve("examples/basic");
    Files.writeString(example.resolve("provider_override.tf"), PROVIDER);
    terraform(example, "init", "-backend=false", "-no-color");
    terraform(example, "validate", "-no-color");
    terraform(
        example,
        "plan",
        "-no-color",
        "-input=false",
        "-compact-warnings",
        "-var-file=../../values",
        "-out=plan");
    Files.writeString(folder.resolve("plan.json"), terraform(example, "show", "-json", "plan"));

    Cli.Run run = Cli.in(folder).run("stages", "plan.json", "--root", ".", "--format", "json");

    assertThat(run.out())
        .containsPattern("\"summary\":\\s*\\{\\s*\"stages\":\\s*1,\\s*\"compliant\":\\s*1,");
  }

  private static void needsProviders() {
    String settings = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
    assumeTrue(
        !settings.isEmpty() && Files.isReadable(Path.of(settings)),
        "TF_CLI_CONFIG_FILE names no mirror of providers");
  }
}
