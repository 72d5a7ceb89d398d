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
  static final List<String> PRESETS = List.of("default", "pci-dss", "hipaa", "soc2", "strict");

  /** A policy that asks for nearly all that a policy can ask for. */
  private static final String STRICT =
      """
      version: 1
      access-log: {format: house}
      formats:
        house:
          all:
            id: $context.requestId
            status: $context.status
            client-ip: $context.identity.sourceIp
            schema: it's "v1"
          rest: {latency: $context.responseLatency}
          http: {latency: $context.responseLatency}
          websocket: {latency: $context.integrationLatency}
      log-group:
        retention-days: {min: 400, max: 1096}
        required-tags: [Owner, {key: Env, values: [prod, test]}]
      stage:
        required-tags:
          - {key: Env, values: [dev, prod, test]}
          - {key: Company, values: ['Acme: Co']}
          - {key: "cost:center", pattern: 'CC-[0-9]{4}'}
          - Name
      logging-role:
        owner: stack
        approved: ["arn:aws:iam::*:role/platform/apigw-*"]
      alarms: {on: both}
      rules: {IG206: error, IG207: error}
      """;

  static final String ROLE = "arn:aws:iam::123456789012:role/platform/apigw-logs";

  /** What only a user knows, as parameters of a template. */
  private static final String PARAMETERS =
      """
      [{"ParameterKey": "ApiName", "ParameterValue": "orders"},
       {"ParameterKey": "StageName", "ParameterValue": "prod"},
       {"ParameterKey": "Owner", "ParameterValue": "payments"},
       {"ParameterKey": "CostCenter", "ParameterValue": "CC-1234"},
       {"ParameterKey": "KmsKeyArn", "ParameterValue": "arn:aws:kms:eu-west-1:123456789012:key/1"},
       {"ParameterKey": "Env", "ParameterValue": "prod"},
       {"ParameterKey": "TagName", "ParameterValue": "orders"},
       {"ParameterKey": "AccountRoleArn", "ParameterValue": "ROLE"},
       {"ParameterKey": "CreateAlarms", "ParameterValue": "true"},
       {"ParameterKey": "CreateAccountRole", "ParameterValue": "true"}]
      """;

  /** The same, as values of a Terraform example. */
  private static final String VARIABLES =
      """
      owner               = "payments"
      cost_center         = "CC-1234"
      kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      env                 = "prod"
      tag_name            = "orders"
      account_role_arn    = "ROLE"
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
  static Path write(Path root, String scaffold) {
    String[] words = scaffold.split(" ");
    Path folder = root.resolve(String.join("-", words));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("iac-guard.yaml"), policy(words[2]));
      Files.writeString(folder.resolve("parameters.json"), PARAMETERS.replace("ROLE", ROLE));
      Files.writeString(folder.resolve("values"), VARIABLES.replace("ROLE", ROLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Cli.Run run =
        Cli.in(root)
            .run(
                Stream.concat(
                        Stream.of("scaffold", words[0], "--api", words[1], "--root", "."),
                        Stream.concat(
                            Stream.of("--output", folder.getFileName().toString()), set(words[2])))
                    .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return folder;
  }

  private static String policy(String preset) {
    return preset.equals("strict") ? STRICT : "version: 1\nextends: [" + preset + "]\n";
  }

  /** A value that matches no pattern by chance. */
  private static Stream<String> set(String preset) {
    return preset.equals("strict") ? Stream.of("--set", "cost:center=CC-1234") : Stream.of();
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
