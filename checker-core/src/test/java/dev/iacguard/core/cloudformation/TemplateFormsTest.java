package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms that one template can take as a text, and the positions of what is in it. */
class TemplateFormsTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Description: "naïve 🦜 text"
      Parameters:
        Format: {Type: String, Default: $context.requestId}
        Key: {Type: String, NoEcho: true, Default: hidden}
      x-common: &common
        RestApiId: api
        AccessLogSetting: &log {DestinationArn: !GetAtt Logs.Arn, Format: !Ref Format}
      Resources:
        Logs: {Type: AWS::Logs::LogGroup}
        Stage:
          Type: AWS::ApiGateway::Stage
          DependsOn: [Logs, Nothing]
          DeletionPolicy: Retain
          Properties:
            <<: *common
            StageName: live # comment
            Secret: !Ref Key
            Folded: >
              {"a":
                "b"}
            Kept: |
              one
              two
        Other:
          Type: AWS::ApiGateway::Stage
          Properties:
            AccessLogSetting: *log
      """;

  private final Stack stack = Templates.load(TEMPLATE);
  private final Resource stage = Templates.resource(stack, "Stage");

  @Test
  void aResourceHasItsDeclarationAndItsLogicalId() {
    assertThat(stage.header().text()).isEqualTo("Stage");
    assertThat(stage.header().line()).isEqualTo(11);
    assertThat(stage.span().text()).startsWith("Stage:\n").endsWith("two");
    assertThat(stage.get("Absent").origin().at()).isEqualTo(stage.header());
  }

  @Test
  void aPropertyHasTheSpanOfItsValue() {
    assertThat(stage.get("StageName").origin().at().text()).isEqualTo("live");
    assertThat(stage.get("Secret").origin().at().text()).isEqualTo("!Ref Key");
    assertThat(stage.get("Folded").origin().at().text()).startsWith(">").endsWith("\"b\"}");
  }

  @Test
  void mergedAndAliasedPropertiesStandWhereTheyAreWritten() {
    assertThat(stage.get("AccessLogSetting").origin().at().line()).isEqualTo(8);
    Resource other = Templates.resource(stack, "Other");
    assertThat(Show.value(other.get("AccessLogSetting")))
        .isEqualTo(Show.value(stage.get("AccessLogSetting")))
        .isEqualTo("{DestinationArn: <Logs.Arn COMPUTED>, Format: '$context.requestId'}");
  }

  @Test
  void aParameterIsATrail() {
    Value.Mapping log = (Value.Mapping) stage.get("AccessLogSetting");
    Value format = Objects.requireNonNull(log.get("Format"));
    assertThat(Show.trail(format)).isEqualTo("8 ← Format (default) 4");
    assertThat(stage.get("Secret").origin().sensitive()).isTrue();
  }

  @Test
  void blockScalarsKeepTheLineEndsThatYamlKeeps() {
    assertThat(Show.value(stage.get("Folded"))).isEqualTo("'{\"a\":\n  \"b\"}\n'");
    assertThat(Show.value(stage.get("Kept"))).isEqualTo("'one\ntwo\n'");
  }

  @Test
  void resourceAttributesStandBesideTheProperties() {
    assertThat(Show.value(stage.get("DependsOn")))
        .isEqualTo("[<Logs COMPUTED>, <Nothing INVALID>]");
    assertThat(Show.value(stage.get("DeletionPolicy"))).isEqualTo("'Retain'");
    assertThat(stage.attributes().names()).contains("StageName", "DependsOn", "RestApiId");
  }

  @Test
  void whatATemplateMakesIsKnownAfterItsDeployment() {
    Stack stack =
        Templates.load(
            "Resources:\n  T: {Type: A::B::C}\n"
                + "  S: {Type: A::B::C, Properties: {P: !GetAtt T.Id}}\n");
    assertThat(Templates.resource(stack, "S").get("P"))
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            unknown ->
                assertThat(unknown.reason()).isEqualTo("T.Id is known only after deployment"));
  }

  @Test
  void aChoiceAroundAllPropertiesIsOneInEach() {
    Stack stack =
        Templates.load(
            """
            Parameters: {Env: {Type: String}}
            Conditions: {Live: !Equals [!Ref Env, live], Dark: !Equals [!Ref Env, dark]}
            Resources:
              S:
                Type: A::B::C
                DependsOn: T
                Properties: !If
                  - Live
                  - {P: 1, Q: a}
                  - !If [Dark, {P: 2}, !Ref AWS::NoValue]
              T:
                Type: A::B::C
                Properties: !If [Live, {P: 1, Fn::Transform: {Name: M}}, {P: 2}]
            """);
    Resource resource = Templates.resource(stack, "S");
    assertThat(resource.attributes().names()).containsExactly("P", "Q", "DependsOn");
    assertThat(Show.value(resource.get("P")))
        .isEqualTo("(Live is true ? 1 : (Dark is true ? 2 : null))");
    assertThat(Show.value(resource.get("Q"))).isEqualTo("(Live is true ? 'a' : null)");
    assertThat(resource.get("Q").origin().at().text()).isEqualTo("a");
    assertThat(Show.value(resource.get("R"))).isEqualTo("null");
    Resource other = Templates.resource(stack, "T");
    assertThat(Show.value(other.get("P")))
        .isEqualTo("<a property that a transform may add NOT_EVALUATED>");
    assertThat(Show.value(other.get("DependsOn"))).isEqualTo("null");
  }

  @Test
  void oneLineOfFlowStyleIsATemplate() {
    Stack flow =
        Templates.load(
            "{AWSTemplateFormatVersion: \"2010-09-09\", Resources: {S: {Type: A::B::C,"
                + " Properties: {P: !Sub \"${S}\"}}}}");
    assertThat(Show.value(Templates.resource(flow, "S").get("P"))).isEqualTo("<S COMPUTED>");
  }

  @Test
  void jsonHasPositionsAndEscapesAndTabs() {
    Stack json =
        Templates.only(
            new MemoryTree()
                .with(
                    "t.json",
                    "{\"Resources\": {\n\t\"S\": {\"Type\": \"A::B::C\", \"Properties\":\n"
                        + "\t\t{\"P\": \"a\\/\\ud83e\\udd9c\", \"N\": 1e2, \"P\": 2}}}}"));
    Resource resource = Templates.resource(json, "S");
    assertThat(Show.value(resource.get("N"))).isEqualTo("100");
    assertThat(resource.get("N").origin().at().text()).isEqualTo("1e2");
    assertThat(resource.header().text()).isEqualTo("\"S\"");
    assertThat(Show.value(resource.get("P"))).isEqualTo("2");
    assertThat(Templates.problems(json)).isEmpty();
  }

  @Test
  void byteOrderMarksAndWindowsLineEndsChangeNothing(@TempDir Path folder) throws IOException {
    Stack windows = load(folder, "\uFEFF" + TEMPLATE.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    assertThat(windows.problems()).isEmpty();
    Resource same = Templates.resource(windows, "Stage");
    assertThat(same.header().line()).isEqualTo(11);
    assertThat(same.header().text()).isEqualTo("Stage");
    assertThat(same.get("StageName").origin().at().text()).isEqualTo("live");
  }

  @Test
  void utf16IsRefusedAndReadAllTheSame(@TempDir Path folder) throws IOException {
    Stack wide = load(folder, TEMPLATE, StandardCharsets.UTF_16);
    assertThat(Templates.problems(wide))
        .containsExactly("IG001 1:1 is UTF-16, which CloudFormation rejects; save it as UTF-8");
    assertThat(wide.resources("AWS::ApiGateway::Stage")).hasSize(2);
  }

  private static Stack load(Path folder, String text, Charset charset) throws IOException {
    Files.write(folder.resolve("t.yaml"), text.getBytes(charset));
    FolderTree tree = FolderTree.at(folder, folder);
    Discovery found =
        CloudFormationLoader.discover(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE);
    assertThat(found.stacks()).hasSize(1);
    return found.stacks().get(0).load();
  }
}
