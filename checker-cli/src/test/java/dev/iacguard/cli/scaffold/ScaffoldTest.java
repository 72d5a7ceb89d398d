package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldTest {
  @TempDir private Path folder;

  private Cli.Run run(String... arguments) {
    return Cli.in(folder)
        .run(
            Stream.concat(Stream.of("scaffold", "--root", "."), Stream.of(arguments))
                .toArray(String[]::new));
  }

  private void policy(String text) throws IOException {
    Files.writeString(folder.resolve("iac-guard.yaml"), "version: 1\n" + text);
  }

  private List<String> files(String under) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(under))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(under).relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aModuleHasAReadmeAnExampleAndTests() throws IOException {
    Cli.Run run = run("terraform", "--api", "rest", "--output", "modules/rest");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrote 12 files to modules/rest");
    assertThat(files("modules/rest"))
        .containsExactly(
            "README.md",
            "account.tf",
            "alarms.tf",
            "examples/basic/main.tf",
            "examples/basic/outputs.tf",
            "examples/basic/variables.tf",
            "examples/basic/versions.tf",
            "main.tf",
            "outputs.tf",
            "tests/rest_api.tftest.hcl",
            "variables.tf",
            "versions.tf");
  }

  @Test
  void withoutAFolderTheFilesArePrinted() throws IOException {
    Cli.Run run = run("sam", "--api", "http");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("==> README.md <==\n")
        .contains("\n==> template.yaml <==\nAWSTemplateFormatVersion: \"2010-09-09\"\n");
    assertThat(run.err()).contains("2 files printed; --output DIR writes them");
    assertThat(files("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"terraform,rest", "cloudformation,http", "sam,websocket", "cdk,rest"})
  void noPlaceIsLeftOpen(String language, String api) {
    assertThat(run(language, "--api", api).out()).doesNotContain("{{", "}}\n\n\n", "\n\n\n");
  }

  @Test
  void aFileThatExistsIsNeverReplacedAndNothingIsWritten() throws IOException {
    Files.createDirectories(folder.resolve("api/examples/basic"));
    Files.writeString(folder.resolve("api/examples/basic/main.tf"), "# mine\n");

    Cli.Run run = run("terraform", "--api", "rest", "--output", "api");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("examples/basic/main.tf exists already; nothing was written");
    assertThat(files("api")).containsExactly("examples/basic/main.tf");
    assertThat(folder.resolve("api/examples/basic/main.tf")).hasContent("# mine\n");
  }

  @Test
  void otherFilesOfTheFolderStay() throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.writeString(folder.resolve("api/notes.txt"), "mine");

    assertThat(run("cloudformation", "--api", "rest", "--output", "api").code()).isZero();

    assertThat(files("api")).containsExactly("README.md", "notes.txt", "template.yaml");
  }

  @Test
  void aLinkInTheFolderIsNotFollowed() throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("api/examples"), folder.resolve("elsewhere"));

    Cli.Run run = run("terraform", "--api", "rest", "--output", "api");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("api/examples is not a directory");
    assertThat(files("elsewhere")).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsTakenBack() throws IOException {
    Path api = Files.createDirectories(folder.resolve("api/examples"));
    assumeTrue(api.toFile().setWritable(false) && !Files.isWritable(api), "runs as root");

    Cli.Run run = run("terraform", "--api", "rest", "--output", "api");

    assertThat(run.code()).isEqualTo(2);
    assertThat(files("api")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pulumi --api rest                       | LANGUAGE pulumi: one of terraform, cloudformation, sam, cdk is expected
          terrafrom --api rest                    | did you mean
          terraform                               | Missing required option
          terraform --api soap                    | one of rest, http, websocket is expected
          --api rest                              | no LANGUAGE given
          sam --api rest --set Owner              | --set Owner: KEY=VALUE is expected
          sam --api rest --set Ownr=a             | there is no such tag in the policy; did you mean
          sam --api rest --set Owner=             | a string of 1 to 256 characters is expected
          sam --api rest --output file            | --output file is not a directory
          """)
  void wrongUseIsExplained(String arguments, String message) throws IOException {
    Files.writeString(folder.resolve("file"), "");

    Cli.Run run = run(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPolicyThatNoRetentionMeetsIsRefused() throws IOException {
    policy("log-group: {retention-days: {min: 401, max: 500}}\n");

    Cli.Run run = run("sam", "--api", "rest");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no value that CloudWatch Logs accepts is allowed");
  }

  @Test
  void thePolicyAboveTheFolderCounts() throws IOException {
    Files.createDirectories(folder.resolve("payments"));
    Files.writeString(folder.resolve("payments/iac-guard.yaml"), "version: 1\nextends: [hipaa]\n");

    run("terraform", "--api", "http", "--output", "payments/modules/api");

    assertThat(folder.resolve("payments/modules/api/variables.tf"))
        .content()
        .contains("variable \"kms_key_arn\"", "default     = 2192");
    assertThat(run("terraform", "--api", "http").out()).doesNotContain("kms_key_arn");
  }

  @Test
  void requiredTagsBecomeInputsWithWhatThePolicyAllows() throws IOException {
    policy(
        """
        stage:
          required-tags:
            - key: Env
              values: [dev, prod]
            - {key: Company, values: [Acme]}
        log-group:
          required-tags:
            - key: cost:center
              pattern: "CC-[0-9]{4}"
        """);

    assertThat(run("terraform", "--api", "http").out())
        .contains("contains([\"dev\", \"prod\"], var.env)")
        .contains("can(regex(\"^(?:CC-[0-9]{4})$\", var.cost_center))")
        .contains("Company       = \"Acme\"")
        .contains("\"cost:center\" = var.cost_center")
        .contains("terraform test -var cost_center=…");
    assertThat(run("cloudformation", "--api", "http").out())
        .contains("AllowedValues: [\"dev\", \"prod\"]", "AllowedPattern: \"^(?:CC-[0-9]{4})$\"")
        .contains("Company: Acme", "\"cost:center\": !Ref CostCenter");
    assertThat(run("cdk", "--api", "http").out())
        .contains("readonly env: 'dev' | 'prod';", "new RegExp('^(?:CC-[0-9]{4})$')")
        .contains("Tags.of(this).add('Company', 'Acme');");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CC-12", "'; rm"})
  void aGivenValueHasToMatch(String value) throws IOException {
    policy("stage: {required-tags: [{key: Cost, pattern: 'CC-[0-9]{4}'}]}\n");

    Cli.Run run = run("sam", "--api", "http", "--set", "Cost=" + value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the policy requires a value that matches CC-[0-9]{4}");
  }

  @Test
  void aGivenValueIsTheDefault() {
    assertThat(run("terraform", "--api", "http", "--set", "Owner=a\"${b}").out())
        .contains("default     = \"a\\\"$${b}\"");
    assertThat(run("sam", "--api", "http", "--set", "Owner=1234").out())
        .contains("Default: \"1234\"");
    assertThat(run("cdk", "--api", "http", "--set", "Owner=it's */").out())
        .contains("props.owner ?? 'it\\'s */'", "@default it's * /");
  }

  @Test
  void anApprovedRoleIsGivenAndNeverCreated() throws IOException {
    policy("logging-role: {owner: stack, approved: ['arn:aws:iam::*:role/logs.v1']}\n");

    assertThat(run("terraform", "--api", "rest").out())
        .doesNotContain("aws_iam_role", "create_account_role")
        .contains("regex(\"^(arn:aws:iam::.*:role/logs\\\\.v1)$\", var.account_role_arn)");
    assertThat(run("sam", "--api", "rest").out())
        .doesNotContain("AWS::IAM::Role")
        .contains("AllowedPattern: \"^(arn:aws:iam::.*:role/logs\\\\.v1)$\"");
    assertThat(run("cdk", "--api", "rest").out())
        .doesNotContain("new iam.Role")
        .contains("readonly accountRoleArn: string;");
  }

  @Test
  void httpApisNeedNoRole() {
    assertThat(run("terraform", "--api", "http").out()).doesNotContain("aws_api_gateway_account");
    assertThat(run("sam", "--api", "http").out()).doesNotContain("SetsAccountRole");
    assertThat(run("cdk", "--api", "http").out()).doesNotContain("CfnAccount");
  }

  @Test
  void tagsThatCollideWithOtherInputsGetOtherNames() throws IOException {
    policy(
        "stage: {required-tags: [Name, name, 'öäü', 2nd, Stage]}\nlog-group: {required-tags: []}\n");

    assertThat(run("terraform", "--api", "http").out())
        .contains("Name  = var.tag_name\n", "name  = var.tag_name_2\n")
        .contains("= var.tag\n", "\"2nd\"", "var.tag_2nd", "Stage = var.tag_stage\n");
  }
}
