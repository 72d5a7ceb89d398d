package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that travel between templates, and from outside into a template. */
class LinkedTemplatesTest {
  private static final String CHILD =
      """
      Parameters:
        Arn: {Type: String}
        Env: {Type: String, Default: dev}
      Conditions:
        IsProd: !Equals [!Ref Env, prod]
      Resources:
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            StageName: !If [IsProd, live, !Sub "${Env}-${AWS::StackName}"]
            AccessLogSetting: {DestinationArn: !Ref Arn}
      Outputs:
        Name: {Value: !Ref Stage}
      """;

  private static final String PARENT =
      """
      Parameters:
        Kind: {Type: String, AllowedValues: [dev, prod]}
      Conditions:
        IsWanted: !Equals [!Ref "AWS::Region", eu-west-1]
      Resources:
        Logs: {Type: AWS::Logs::LogGroup}
        Api:
          Type: AWS::CloudFormation::Stack
          Condition: IsWanted
          Properties:
            TemplateURL: nested/child.yaml
            Parameters: {Arn: !GetAtt Logs.Arn, Env: !Ref Kind}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmName: !GetAtt Api.Outputs.Name
      """;

  private static final String IMPORTER =
      """
      Resources:
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            AccessLogSetting: {DestinationArn: !ImportValue logs-arn}
      """;

  private static final String EXPORTER =
      """
      Resources:
        Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}
      Outputs:
        Arn: {Value: !GetAtt Logs.Arn, Export: {Name: logs-arn}}
      """;

  @Test
  void aNestedStackTakesParametersAndGivesOutputs() {
    Stack stack =
        Templates.only(new MemoryTree().with("main.yaml", PARENT).with("nested/child.yaml", CHILD));
    Resource stage = Templates.resource(stack, "Api.Stage");
    assertThat(stage.callers()).hasSize(1);
    assertThat(stage.exists().get(0).inWords(true)).isEqualTo("IsWanted is true");
    assertThat(Show.value(stage.get("AccessLogSetting")))
        .isEqualTo("{DestinationArn: <Logs.Arn COMPUTED>}");
    Value arn =
        Objects.requireNonNull(
            ((Value.Mapping) stage.get("AccessLogSetting")).get("DestinationArn"));
    assertThat(Show.trail(arn)).isEqualTo("11 ← Arn 12");
    assertThat(Show.value(stage.get("StageName")))
        .isEqualTo(
            "(Api.IsProd is true ? 'live' : '${(Kind is \"dev\" ? 'dev' : 'prod')}-"
                + "${Api.AWS::StackName}')");
    assertThat(Show.value(Templates.resource(stack, "Alarm").get("AlarmName")))
        .isEqualTo("<Api.Stage COMPUTED>");
  }

  @Test
  void saysWhenANestedTemplateIsNotThere() {
    Stack stack = Templates.only(new MemoryTree().with("main.yaml", PARENT));
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG002 11:20 the template of the nested stack Api is not in the tree; its stages"
                + " are not analysed");
    assertThat(Show.value(Templates.resource(stack, "Alarm").get("AlarmName")))
        .isEqualTo("<Api.Outputs.Name NOT_AVAILABLE>");
  }

  @Test
  void followsTheFileThatTheCdkNames() {
    String parent =
        """
        {"Resources": {"Api": {"Type": "AWS::CloudFormation::Stack",
          "Properties": {"TemplateURL": {"Fn::Sub": "https://s3/${AWS::AccountId}/x.json"}},
          "Metadata": {"aws:asset:path": "child.json", "aws:asset:property": "TemplateURL"}}}}
        """;
    String child = "{\"Resources\": {\"S\": {\"Type\": \"AWS::ApiGateway::Stage\"}}}";
    Stack stack = Templates.only(new MemoryTree().with("a.json", parent).with("child.json", child));
    assertThat(stack.resources("AWS::ApiGateway::Stage").toString()).isEqualTo("[Api.S]");
  }

  @Test
  void linksAnImportToTheOnlyTemplateThatExportsIt() {
    Stack stack =
        Templates.all(new MemoryTree().with("a.yaml", IMPORTER).with("b.yaml", EXPORTER)).get(0);
    Value.Unknown arn = destination(stack);
    assertThat(arn.references())
        .containsExactly(new Reference.ToResource(Address.of("b.yaml:", "Logs"), "Arn"));
    Resource logs = Objects.requireNonNull(stack.resource(Address.of("b.yaml:", "Logs")));
    assertThat(Show.value(logs.get("RetentionInDays"))).isEqualTo("30");
    assertThat(stack.resources("AWS::Logs::LogGroup")).isEmpty();
  }

  @Test
  void leavesAnImportOpenWhenTwoTemplatesExportIt() {
    Stack stack =
        Templates.all(
                new MemoryTree()
                    .with("a.yaml", IMPORTER)
                    .with("b.yaml", EXPORTER)
                    .with("c.yaml", EXPORTER))
            .get(0);
    assertThat(Show.value(destination(stack))).isEqualTo("<!ImportValue logs-arn OTHER_STACK>");
  }

  /** The names that a template shows in its text, and those that have to be evaluated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          /a/written | /a/written                                | -                   | b.yaml:Logs
          /a/written | "/a/written" # comment                    | -                   | b.yaml:Logs
          /a/eu      | !Sub ["/a/${X}", {X: eu}]                 | -                   | b.yaml:Logs
          /a/eu      | !Sub ["/a/${X}", {X: eu}]                 | /a/eu               | -
          /a/written | /a/written                                | /a/written          | -
          /a/written | /a/written                                | /a/other            | b.yaml:Logs
          /a/other   | !Sub ["/a/${X}", {X: eu}]                 | /a/other            | c.yaml:Logs
          /a/none    | /a/written                                | /a/other            | -
          true-name  | !Sub "${AWS::StackName}-x"                | true-name           | c.yaml:Logs
          """)
  void findsALogGroupOfAnotherTemplateByItsName(
      String name, String first, @Nullable String second, @Nullable String found) {
    MemoryTree tree = new MemoryTree().with("a.yaml", IMPORTER).with("b.yaml", group(first));
    Stack stack = Templates.all(second == null ? tree : tree.with("c.yaml", group(second))).get(0);
    Resource group = stack.elsewhere("AWS::Logs::LogGroup", name);
    assertThat(group == null ? null : group.address().toString()).isEqualTo(found);
  }

  private static String group(String name) {
    return """
        Resources:
          Logs:
            Type: AWS::Logs::LogGroup
            Properties:
              LogGroupName: %s
          Filter:
            Type: AWS::Logs::MetricFilter
            Properties:
              LogGroupName: /a/none
        """
        .formatted(name);
  }

  private static Value.Unknown destination(Stack stack) {
    Value.Mapping setting =
        (Value.Mapping) Templates.resource(stack, "Stage").get("AccessLogSetting");
    return (Value.Unknown) Objects.requireNonNull(setting.get("DestinationArn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          p.json         | [{"ParameterKey": "Env", "ParameterValue": "prod"}]
          p.json         | ["Env=prod"]
          p.json         | {"Parameters": {"Env": "prod"}}
          p.yaml         | Env: prod
          samconfig.toml | parameter_overrides = "Other=\\"a b\\" Env=\\"prod\\""
          samconfig.toml | parameter_overrides = ["Env=prod", "Other=a b"]
          samconfig.toml | parameter_overrides = 'Other="a b" Env=prod'
          samconfig.toml | parameter_overrides = "ParameterKey=Env,ParameterValue=prod"
          """)
  void takesParametersFromAFile(String name, String text) {
    MemoryTree tree = new MemoryTree().with("child.yaml", CHILD).with("in/" + name, text);
    Stack stack =
        CloudFormationLoader.discover(
                tree,
                new Selection(List.of(), List.of("child.yaml")),
                new Inputs(List.of(), List.of("in/" + name)))
            .stacks()
            .get(0)
            .load();
    assertThat(Show.value(Templates.resource(stack, "Stage").get("StageName"))).isEqualTo("'live'");
  }

  @Test
  void takesTheOverridesOfTheDefaultEnvironment() {
    String config =
        """
        version = 0.1
        [test.deploy.parameters]
        parameter_overrides = "Env=test"
        [default.deploy.parameters]
        # parameter_overrides = "Env=old"
        parameter_overrides = [
          "Env=prod",
          "Other=x",
        ]
        [zero.deploy.parameters]
        parameter_overrides = "Env=zero"
        """;
    MemoryTree tree = new MemoryTree().with("child.yaml", CHILD).with("samconfig.toml", config);
    Selection selection = new Selection(List.of(), List.of("child.yaml"));
    Inputs inputs = new Inputs(List.of(), List.of("samconfig.toml"));
    Stack stack = CloudFormationLoader.discover(tree, selection, inputs).stacks().get(0).load();
    Value name = Templates.resource(stack, "Stage").get("StageName");
    assertThat(Show.value(name)).isEqualTo("'live'");
  }

  @Test
  void includesFilesOfTheTree() {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "a.yaml",
                """
                Resources:
                  Stage:
                    Type: AWS::ApiGateway::Stage
                    Properties:
                      StageName: own
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/stage.yaml}}
                  Elsewhere:
                    Type: AWS::ApiGateway::Stage
                    Properties:
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/x.yaml"}}
                """)
            .with("parts/stage.yaml", "AccessLogSetting: {Format: x}\nStageName: included\n");
    Stack stack = Templates.only(tree);
    Resource stage = Templates.resource(stack, "Stage");
    assertThat(Show.value(stage.get("AccessLogSetting"))).isEqualTo("{Format: 'x'}");
    assertThat(Show.value(stage.get("StageName"))).isEqualTo("'own'");
    assertThat(Show.value(Templates.resource(stack, "Elsewhere").get("AccessLogSetting")))
        .isEqualTo("<a property that the included file may add NOT_EVALUATED>");
  }
}
