package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes scaffolds into a folder, each under a policy of its own. */
final class Scaffolds {
  static final List<String> APIS = List.of("rest", "http", "websocket");
  static final List<String> PRESETS = List.of("default", "pci-dss", "hipaa", "soc2");

  /** What only a user knows, as parameters of a template. */
  private static final String PARAMETERS =
      """
      [{"ParameterKey": "ApiName", "ParameterValue": "orders"},
       {"ParameterKey": "StageName", "ParameterValue": "prod"},
       {"ParameterKey": "Owner", "ParameterValue": "payments"},
       {"ParameterKey": "CostCenter", "ParameterValue": "1234"},
       {"ParameterKey": "KmsKeyArn", "ParameterValue": "arn:aws:kms:eu-west-1:123456789012:key/1"},
       {"ParameterKey": "CreateAlarms", "ParameterValue": "true"},
       {"ParameterKey": "CreateAccountRole", "ParameterValue": "true"}]
      """;

  /** The same, as values of a Terraform example. */
  private static final String VARIABLES =
      """
      owner               = "payments"
      cost_center         = "1234"
      kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      create_account_role = true
      backend_url         = "https://orders.example"
      """;

  private Scaffolds() {}

  /** Every API under every preset. */
  static Stream<String> all() {
    return APIS.stream().flatMap(api -> PRESETS.stream().map(preset -> api + " " + preset));
  }

  /** Every language but the CDK, whose code only Node.js can judge. */
  static Stream<String> judged() {
    return Stream.of("terraform", "cloudformation", "sam")
        .flatMap(language -> all().map(each -> language + " " + each));
  }

  /**
   * Writes one, with its policy and values beside it.
   *
   * @param scaffold a language, an API and a preset
   * @return its folder
   */
  static Path write(Path root, String scaffold, String... more) {
    String[] words = scaffold.split(" ");
    Path folder = root.resolve(String.join("-", words));
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("iac-guard.yaml"), "version: 1\nextends: [" + words[2] + "]\n");
      Files.writeString(folder.resolve("parameters.json"), PARAMETERS);
      Files.writeString(folder.resolve("values"), VARIABLES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Cli.Run run =
        Cli.in(root)
            .run(
                Stream.concat(
                        Stream.of("scaffold", words[0], "--api", words[1], "--root", "."),
                        Stream.concat(
                            Stream.of("--output", folder.getFileName().toString()),
                            Stream.of(more)))
                    .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return folder;
  }

  /**
   * What a command says of a scaffold, with the values of {@link #write}.
   *
   * @param format of the report
   */
  static String judge(String command, Path folder, String format) {
    String module = "examples/basic";
    boolean terraform = Files.isDirectory(folder.resolve(module));
    Cli.Run run =
        Cli.in(folder)
            .run(
                command,
                terraform ? module : "template.yaml",
                "--root",
                ".",
                terraform ? "--var-file" : "--parameters",
                terraform ? "values" : "parameters.json",
                "--format",
                format);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }
}
