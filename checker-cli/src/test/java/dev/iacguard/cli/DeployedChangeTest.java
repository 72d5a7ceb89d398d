package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --diff-base} where a file changes that says how others are deployed. */
class DeployedChangeTest extends RepositoryTest {
  private static final String NEW = "\"standing\":\"new\",\"onChange\":true";

  @BeforeEach
  void module() throws IOException {
    git.write("modules/shop/main.tf", "variable \"days\" {}\n" + Git.logged(-1));
  }

  private String change() {
    return git.check("--diff-base", "HEAD", "--format", "json").out();
  }

  @Test
  void aUnitGivesAnotherValue() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("30")).commit();
    git.write("live/north/terragrunt.hcl", unit("0"));

    assertThat(change())
        .contains(NEW, "modules/shop (live/north/terragrunt.hcl)", "\"rule\":\"IG201\"");
  }

  @Test
  void aFileThatUnitsReadGivesAnotherValue() throws IOException {
    String days = "read_terragrunt_config(find_in_parent_folders(\"zone.hcl\")).locals.days";
    git.write("live/north/terragrunt.hcl", unit(days))
        .write("live/zone.hcl", "locals {\n  days = 30\n}\n")
        .commit();
    git.write("live/zone.hcl", "locals {\n  days = 0\n}\n");

    assertThat(change()).contains(NEW, "\"rule\":\"IG201\"", "live/zone.hcl");
  }

  @Test
  void aComponentGivesAnotherValue() throws IOException {
    git.write("stack/shop.tfcomponent.hcl", component("30")).commit();
    git.write("stack/shop.tfcomponent.hcl", component("0"));

    assertThat(change()).contains(NEW, "\"rule\":\"IG201\"");
  }

  @Test
  void aModuleThatIsChangedKeepsTheValuesOfItsUnits() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("0")).commit();
    git.write("modules/shop/main.tf", "variable \"days\" {}\n# edited\n" + Git.logged(-1));

    assertThat(change())
        .contains("modules/shop (live/north/terragrunt.hcl)")
        .doesNotContain(NEW, "\"standing\":\"new\"");
  }

  @Test
  void theLocksOfProvidersGiveNoValues() throws IOException {
    git.write("live/north/terragrunt.hcl", unit("0"))
        .write("live/north/.terraform.lock.hcl", "# one\n")
        .commit();
    git.write("live/north/.terraform.lock.hcl", "# two\n");

    assertThat(change()).doesNotContain("\"standing\":\"new\"");
  }

  @Test
  void samconfigGivesAnotherValue() throws IOException {
    String template =
        """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Log: {Type: String, Default: 'on'}
        Conditions:
          On: !Equals [!Ref Log, 'on']
        Resources:
          Logs: {Type: AWS::Logs::LogGroup}
          Shop:
            Type: AWS::Serverless::HttpApi
            Properties:
              AccessLogSettings: !If
                - On
                - {DestinationArn: !GetAtt Logs.Arn, Format: $context.requestId}
                - !Ref AWS::NoValue
        """;
    String config =
        "version = 0.1\n[default.deploy.parameters]\nparameter_overrides = \"Log=%s\"\n";
    git.write("shop/template.yaml", template)
        .write("shop/samconfig.toml", config.formatted("on"))
        .commit();
    git.write("shop/samconfig.toml", config.formatted("off"));

    assertThat(change()).contains("\"rule\":\"IG101\"", "\"standing\":\"new\"");
  }

  @Test
  void aPartOfATemplateGivesAnotherValue() throws IOException {
    String logs = "Resources:\n  Logs: {Type: AWS::Logs::LogGroup}\n";
    git.write("shop/mappings.yaml", "Mappings:\n  Wanted: {log: {value: 'yes'}}\n")
        .write("shop/conditions.yaml", "Conditions: {On: !Equals [!Ref Log, 'on']}\n")
        .write("shop/parameters.yaml", "Parameters: {Log: {Type: String, Default: 'on'}}\n")
        .write("shop/logs.yaml", logs)
        .write(
            "shop/api.yaml",
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Shop:
                Type: AWS::Serverless::HttpApi
                Properties:
                  StageName: !Ref Log
                  Description: !FindInMap [Wanted, log, value]
                  AccessLogSettings: !If
                    - On
                    - {DestinationArn: !GetAtt Logs.Arn, Format: $context.requestId}
                    - !Ref AWS::NoValue
            """)
        .commit();
    git.write("shop/conditions.yaml", "Conditions: {On: !Equals [!Ref Log, 'off']}\n");

    assertThat(change()).contains("\"rule\":\"IG101\"", "\"standing\":\"new\"");
  }

  @Test
  void theManifestOfTheCdkGivesOtherTags() throws IOException {
    String manifest =
        """
        {"version": "36.0.0", "artifacts": {"Shop": {"type": "aws:cloudformation:stack",
          "environment": "aws://unknown-account/unknown-region",
          "properties": {"templateFile": "Shop.template.json", "tags": {%s}}}}}
        """;
    git.write(
            "cdk.out/Shop.template.json",
            """
            {"Resources": {"Stage": {"Type": "AWS::ApiGateway::Stage",
              "Properties": {"RestApiId": "a", "DeploymentId": "d"}}}}
            """)
        .write(
            "cdk.out/manifest.json",
            manifest.formatted("\"Owner\": \"shop\", \"CostCenter\": \"7\""))
        .commit();
    git.write("cdk.out/manifest.json", manifest.formatted(""));

    assertThat(change())
        .containsPattern("\"rule\":\"IG109\".*?\"standing\":\"new\"")
        .doesNotContainPattern("\"rule\":\"IG101\"[^}]*\"standing\":\"new\"");
  }

  private static String unit(String days) {
    return "terraform {\n  source = \"../../modules/shop\"\n}\ninputs = {\n  days = "
        + days
        + "\n}\n";
  }

  private static String component(String days) {
    return "component \"shop\" {\n  source = \"../modules/shop\"\n  inputs = {\n    days = "
        + days
        + "\n  }\n}\n";
  }
}
