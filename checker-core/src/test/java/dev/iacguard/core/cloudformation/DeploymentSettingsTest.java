package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies beside a template and says how it is deployed. */
class DeploymentSettingsTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Parameters: {Days: {Type: Number, Default: 1}}
      Resources:
        Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: !Ref Days}}
      """;

  private static String days(MemoryTree tree) {
    return Show.value(Templates.resource(Templates.only(tree), "Logs").get("RetentionInDays"));
  }

  private static String tags(MemoryTree tree) {
    return String.valueOf(
        Templates.resource(Templates.only(tree), "Logs").attributes().stackTags());
  }

  @Test
  void readsOverridesAndTagsOfSamconfig() {
    MemoryTree tree =
        new MemoryTree()
            .with("template.yaml", TEMPLATE)
            .with(
                "samconfig.toml",
                """
                version = 0.1
                [default.deploy.parameters]
                parameter_overrides = "Days=365"
                tags = "Owner=\\"the team\\" CostCenter=42"
                """);
    assertThat(days(tree)).contains("365");
    assertThat(tags(tree)).contains("Owner", "the team", "CostCenter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[default.deploy.parameters] # of all\n",
        "[default.deploy.parameters]\nother = [\n[\"a\"],\n[\"b\"]\n]\n",
        "[.\n[default.deploy.parameters]\n",
        "[.]\n[default.deploy.parameters]\n",
        "[[x]]\n[\"default\".deploy.parameters]\n",
      })
  void findsTheTableOfASettingBesideOtherBrackets(String before) {
    MemoryTree tree =
        new MemoryTree()
            .with("template.yaml", TEMPLATE)
            .with("samconfig.toml", before + "parameter_overrides = \"Days=365\"\n");
    assertThat(days(tree)).contains("365");
  }

  @Test
  void choosesBetweenEnvironmentsThatDiffer() {
    MemoryTree tree =
        new MemoryTree()
            .with("template.yaml", TEMPLATE)
            .with(
                "samconfig.yaml",
                """
                version: 0.1
                default: {deploy: {parameters: {parameter_overrides: Days=7}}}
                prod: {deploy: {parameters: {parameter_overrides: [Days=365]}}}
                """);
    assertThat(days(tree)).contains("7").contains("365").contains("default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[default.deploy.parameters]\ntags = \"Owner=a\nx = 1\n",
        "[default.deploy.parameters]\ntags = [\"Owner=a\",\n",
        "[default.deploy.parameters]\nparameter_overrides = '''Days=3\n",
      })
  void namesWhatDoesNotEndAndGoesOn(String config) {
    MemoryTree tree =
        new MemoryTree().with("template.yaml", TEMPLATE).with("samconfig.toml", config);
    Stack stack = Templates.only(tree);
    assertThat(stack.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at().path()).isEqualTo("samconfig.toml");
              assertThat(problem.message()).contains("does not end");
            });
    assertThat(stack.resources("AWS::Logs::LogGroup")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"artifacts\": \"A.template.json\"}",
        "{\"artifacts\": {\"A\": [], \"B\": {\"properties\": [\"A.template.json\"]}}}",
        ""
      })
  void livesWithABrokenManifest(String manifest) {
    MemoryTree tree =
        new MemoryTree()
            .with("cdk.out/A.template.json", "{\"Resources\": {\"Logs\": {\"Type\": \"A::B::C\"}}}")
            .with("cdk.out/manifest.json", manifest)
            .with("cdk.out/A.assets.json", manifest);
    assertThat(Templates.all(tree)).hasSize(1);
  }

  @Test
  void readsTheOutputOfGetTemplate() {
    String body = "Resources:\\n  Logs: {Type: AWS::Logs::LogGroup}\\n";
    for (String output :
        new String[] {
          "{\"TemplateBody\": {\"Resources\": {\"Logs\": {\"Type\": \"AWS::Logs::LogGroup\"}}}}",
          "{\"StagesAvailable\": [\"Original\"], \"TemplateBody\": \"" + body + "\"}",
          "TemplateBody: |\n  Resources:\n    Logs: {Type: AWS::Logs::LogGroup}\n"
        }) {
      Stack stack = Templates.only(new MemoryTree().with("deployed.json", output));
      assertThat(stack.resources("AWS::Logs::LogGroup")).as(output).hasSize(1);
    }
  }
}
