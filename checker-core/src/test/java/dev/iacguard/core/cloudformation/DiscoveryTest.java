package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a template, and what is left alone. */
class DiscoveryTest {
  private static final String STAGE = "{Type: AWS::ApiGateway::Stage, Properties: {StageName: s}}";
  private static final String JSON =
      "{\"Resources\": {\"S\": {\"Type\": \"AWS::ApiGateway::Stage\","
          + " \"Properties\": {\"StageName\": \"s\"}}}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Resources:\n{% for s in all %}\n  {{ s }}:\n    Type: AWS::ApiGateway::Stage\n{% endfor %}\n",
        "Resources:\n  S:\n    Type: AWS::ApiGateway::Stage\n    Properties: {StageName: {{ s }}}\n",
        "Resources:\n  {{ s }}:\n    Type: AWS::ApiGateway::Stage\n",
      })
  void namesSourcesOfTemplatesWithAStage(String text) {
    for (String path : List.of("a.yaml", "b.json", "c", "d.yaml.j2", "e.tpl")) {
      Discovery found = Templates.discover(new MemoryTree().with(path, text), List.of());
      assertThat(found.stacks()).isEmpty();
      assertThat(found.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.rule()).isEqualTo("IG002"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing but a comment\n",
        "plain words\n",
        "[1, 2]",
        "null",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n",
        "on: push\njobs: {a: {steps: [{run: echo AWS::ApiGateway::Stage}]}}\n",
        "openapi: 3.1.0\nResources: {}\npaths: {}\n",
        "{\"name\": \"a\", \"Resources\": {\"A\": {\"Type\": \"B::C\"}}}",
        "{\"format_version\": \"1.2\", \"planned_values\": {\"Type\": \"A::B\"}}",
        "// comment\n{\"a\": 1,}\n",
        "{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n",
        "AWSTemplateFormatVersion: x\nResources:\n{% if a %}\n  A: {Type: A::B::C}\n{% endif %}\n",
      })
  void leavesOtherFilesAlone(String text) {
    MemoryTree tree = new MemoryTree().with("a.yaml", text).with("b.json", text).with("c", text);
    Discovery found = Templates.discover(tree, List.of());
    assertThat(found.problems()).isEmpty();
    for (var source : found.stacks()) {
      Stack stack = source.load();
      assertThat(stack.problems()).isEmpty();
      assertThat(stack.resources("AWS::ApiGateway::Stage")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.yaml", "a.yml", "a.json", "a.template", "a.cfn", "infra/template"})
  void findsATemplateUnderAnyOfItsNames(String path) {
    Discovery found =
        Templates.discover(
            new MemoryTree().with(path, "{\"Resources\": {\"S\": {\"Type\": \"A::B::C\"}}}"),
            List.of());
    assertThat(found.files()).containsExactly(path);
    assertThat(found.stacks().get(0).load().resources("A::B::C")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tf.json", "a.tf", "a.hcl", "a.txt", "a.yaml.j2", "terraform.tfstate"})
  void leavesOtherNamesAlone(String path) {
    MemoryTree tree = new MemoryTree().with(path, "Resources: {S: " + STAGE + "}\n");
    assertThat(Templates.discover(tree, List.of()).files()).isEmpty();
  }

  @Test
  void readsAnyNameThatIsNamed() {
    MemoryTree tree = new MemoryTree().with("a.txt", "Resources:\n  S: " + STAGE + "\n");
    assertThat(Templates.discover(tree, List.of("a.txt")).files()).containsExactly("a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n  A: [1, 2\n  B: 3\n",
        "Resources:\n  S: {Type: AWS::ApiGateway::Stage}\n  A: [1, 2\n  B: 3\n"
      })
  void saysWhereABrokenTemplateIsBroken(String text) {
    Stack stack = Templates.load(text);
    assertThat(Templates.problems(stack))
        .singleElement()
        .asString()
        .startsWith("IG001 4:4 while parsing a flow sequence");
  }

  @Test
  void saysWhatIsWrongWithATextTemplateOnlyWhenItIsNamed() {
    MemoryTree tree =
        new MemoryTree().with("a.yaml", "Resources:\n{% x %}\n  A: {Type: A::B::C}\n");
    assertThat(Templates.discover(tree, List.of()).files()).isEmpty();
    assertThat(Templates.discover(tree, List.of("a.yaml")).stacks().get(0).load().problems())
        .hasSize(1);
  }

  @Test
  void readsTheFirstTemplateOfManyDocumentsAndSaysThatItIsRefused() {
    Stack stack = Templates.load("kind: Pod\n---\nResources:\n  S: " + STAGE + "\n---\nlast: 1\n");
    assertThat(stack.resources("AWS::ApiGateway::Stage")).hasSize(1);
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG001 3:1 a second document starts here; CloudFormation reads one document");
  }

  /**
   * As CloudFormation does, which validates and deploys such templates; other readers refuse them.
   */
  @Test
  void takesTheLastValueOfAKeyThatIsWrittenTwice() {
    Stack stack =
        Templates.load(
            """
            Resources:
              S:
                Type: A::B::C
                Properties: {P: 1, P: 2}
              S:
                Type: A::B::D
                Properties:
                  Q: {a: 1}
                  P: 3
                  Q: {b: 2}
            """);
    assertThat(Templates.problems(stack)).isEmpty();
    Resource last = Templates.resource(stack, "S");
    assertThat(last.type()).isEqualTo("A::B::D");
    assertThat(Show.value(last.get("P"))).isEqualTo("3");
    assertThat(Show.value(last.get("Q"))).isEqualTo("{b: 2}");
    assertThat(last.get("P").origin().at().line()).isEqualTo(9);
  }

  @Test
  void judgesNestedTemplatesWithTheirParentOnly() {
    MemoryTree tree =
        new MemoryTree()
            .with("child.yaml", "Resources:\n  S: " + STAGE + "\n")
            .with(
                "parent.yaml",
                "Resources:\n  C: {Type: AWS::CloudFormation::Stack,"
                    + " Properties: {TemplateURL: ./child.yaml}}\n");
    Stack stack = Templates.only(tree);
    assertThat(stack.name()).isEqualTo("parent.yaml");
    assertThat(stack.resources("AWS::ApiGateway::Stage").toString()).isEqualTo("[C.S]");
  }

  @Test
  void judgesWhatIsBuiltOnlyWithoutItsSource() {
    String text = "Resources:\n  S: " + STAGE + "\n";
    MemoryTree built = new MemoryTree().with("app/.aws-sam/build/template.yaml", text);
    assertThat(Templates.only(built).name()).isEqualTo("app/.aws-sam/build/template.yaml");
    MemoryTree both = built.with("app/template.yaml", text);
    assertThat(Templates.only(both).name()).isEqualTo("app/template.yaml");
    assertThat(Templates.discover(both, List.of()).notes())
        .containsExactly(
            "app/.aws-sam/build/template.yaml is left out: it is built from app/template.yaml");
    assertThat(Templates.discover(both, List.of("app/.aws-sam/build/template.yaml")).stacks())
        .hasSize(2);
  }

  @Test
  void judgesATemplateInTwoSyntaxesOnce() {
    String text = "Resources:\n  S: " + STAGE + "\n";
    MemoryTree tree = new MemoryTree().with("api.template", JSON).with("api.json", JSON);
    assertThat(Templates.only(tree).name()).isEqualTo("api.json");
    tree.with("api.yaml", text);
    assertThat(Templates.only(tree).name()).isEqualTo("api.yaml");
    assertThat(Templates.discover(tree, List.of()).notes())
        .containsExactly(
            "api.json is left out: it says the same as api.yaml",
            "api.template is left out: it says the same as api.yaml");
    assertThat(Templates.discover(tree, List.of("api.json")).stacks()).hasSize(2);
  }

  @Test
  void judgesTemplatesThatDifferOrHaveOtherNames() {
    String other = JSON.replace("\"S\"", "\"T\"");
    MemoryTree tree =
        new MemoryTree()
            .with("api.json", JSON)
            .with("api.template", other)
            .with("prod/api.json", JSON)
            .with("web.json", JSON);
    assertThat(Templates.discover(tree, List.of()).stacks()).hasSize(4);
  }

  @Test
  void ofTwoSyntaxesTheNestedOneIsJudged() {
    MemoryTree tree =
        new MemoryTree()
            .with("child.yaml", "Resources:\n  S: " + STAGE + "\n")
            .with("child.template", JSON)
            .with(
                "parent.yaml",
                "Resources:\n  C: {Type: AWS::CloudFormation::Stack, Properties:"
                    + " {TemplateURL: https://s3.amazonaws.com/b/child.template}}\n");
    Stack stack = Templates.only(tree);
    assertThat(stack.name()).isEqualTo("parent.yaml");
    assertThat(stack.resources("AWS::ApiGateway::Stage").toString()).isEqualTo("[C.S]");
    assertThat(Templates.discover(tree, List.of()).notes())
        .containsExactly("child.yaml is left out: it says the same as child.template");
  }

  @Test
  void judgesWhatTheServerlessFrameworkDeploysButNotWhatItStartsWith() {
    String first = ".serverless/cloudformation-template-create-stack.json";
    String whole = ".serverless/cloudformation-template-update-stack.json";
    String bucket =
        "{\"Resources\": {\"ServerlessDeploymentBucket\": {\"Type\": \"AWS::S3::Bucket\"}}}";
    MemoryTree tree = new MemoryTree().with(first, bucket);
    assertThat(Templates.only(tree).name()).isEqualTo(first);
    tree.with(whole, bucket)
        .with(
            ".serverless/serverless-state.json",
            "{\"service\": {\"provider\": {\"compiledCloudFormationTemplate\": " + bucket + "}}}");
    assertThat(Templates.only(tree).name()).isEqualTo(whole);
    assertThat(Templates.discover(tree, List.of()).notes())
        .containsExactly(first + " is left out: " + whole + " takes its place");
  }

  @Test
  void aBuiltCopyIsNoSecondExporter() {
    String exporter =
        """
        Resources:
          L: {Type: AWS::Logs::LogGroup}
        Outputs:
          A: {Value: !GetAtt L.Arn, Export: {Name: shared}}
        """;
    MemoryTree tree =
        new MemoryTree()
            .with("template.yaml", exporter)
            .with(".aws-sam/build/template.yaml", exporter)
            .with(
                "user.yaml",
                "Resources:\n  S: {Type: A::B::C, Properties: {P: !ImportValue shared}}\n");
    Stack user = Templates.all(tree).get(1);
    assertThat(Show.value(Templates.resource(user, "S").get("P")))
        .isEqualTo("<template.yaml:L.Arn COMPUTED>");
  }

  @Test
  void judgesTheTemplatesThatTheCdkStillLists() {
    String text = "{\"Resources\": {\"S\": {\"Type\": \"AWS::ApiGateway::Stage\", ";
    String orders = text + "\"Metadata\": {\"aws:cdk:path\": \"Orders/Api/Stage/Resource\"}}}}";
    MemoryTree tree =
        new MemoryTree()
            .with("cdk.out/Orders.template.json", orders)
            .with("cdk.out/Nested.nested.template.json", text + "\"Properties\": {}}}}")
            .with("cdk.out/Gone.template.json", text + "\"Properties\": {}}}}")
            .with(
                "cdk.out/manifest.json",
                "{\"version\": \"36.0.0\", \"artifacts\": {\"Orders\": {\"properties\":"
                    + " {\"templateFile\": \"Orders.template.json\"}}}}")
            .with(
                "cdk.out/Orders.assets.json",
                "{\"files\": {\"0\": {\"source\": {\"path\": \"Nested.nested.template.json\"}}}}");
    Discovery found = Templates.discover(tree, List.of());
    assertThat(found.stacks())
        .extracting(source -> source.name())
        .containsExactly("cdk.out/Nested.nested.template.json", "cdk.out/Orders.template.json");
    assertThat(found.notes())
        .containsExactly(
            "cdk.out/Gone.template.json is left out: the manifest.json beside it does not list it"
                + " any more");
    Resource stage = Templates.resource(found.stacks().get(1).load(), "S");
    assertThat(stage.callers())
        .extracting(CallSite::label)
        .containsExactly("Orders/Api/Stage/Resource");
  }

  @Test
  void judgesARingOfNestedTemplatesOnce() {
    String nests =
        "Resources:\n  C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: %s}}\n";
    MemoryTree tree =
        new MemoryTree()
            .with("a.yaml", nests.replace("%s", "b.yaml"))
            .with("b.yaml", nests.replace("%s", "a.yaml"));
    Stack stack = Templates.only(tree);
    assertThat(Templates.problems(stack))
        .containsExactly("IG004 2:3 the nested stack C contains itself");
  }
}
