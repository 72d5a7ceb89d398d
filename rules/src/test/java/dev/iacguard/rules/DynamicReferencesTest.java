package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A dynamic reference is read from the account: whatever function is around it, and at whatever
 * property, no rule says pass or fail where the value decides.
 */
class DynamicReferencesTest {
  /** Everything passes here; {@code <PROPERTY=VALUE>} is what a function can take the place of. */
  private static final String TEMPLATE =
      """
      Transform: AWS::LanguageExtensions
      Parameters: {Open: {Type: String}}
      Conditions: {Yes: !Equals [!Ref Open, x]}
      Mappings: {M: {a: {k: "{{resolve:ssm:/x}}"}}}
      Resources:
        Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: <api=shop>}}
        Logs:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: Retain
          Properties:
            RetentionInDays: <retention=365>
            KmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1"
            LogGroupClass: <class=STANDARD>
            Tags:
              - {Key: Owner, Value: shop}
              - {Key: <tag of the group=CostCenter>, Value: c1}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: <trust=Allow>
                  Principal: {Service: <principal=apigateway.amazonaws.com>}
                  Action: <assume=sts:AssumeRole>
            ManagedPolicyArns:
              - <managed policy=arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs>
        Writer:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: apigateway.amazonaws.com}
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: logs
                PolicyDocument:
                  Statement:
                    - Effect: <effect=Allow>
                      Action:
                        - logs:CreateLogGroup
                        - logs:CreateLogStream
                        - logs:DescribeLogGroups
                        - logs:DescribeLogStreams
                        - logs:GetLogEvents
                        - logs:FilterLogEvents
                        - <action=logs:PutLogEvents>
                      Resource: "*"
        Account:
          Type: AWS::ApiGateway::Account
          Properties: {CloudWatchRoleArn: <role=!GetAtt Role.Arn>}
        Stage:
          Type: AWS::ApiGateway::Stage
          DependsOn: Account
          Properties:
            RestApiId: !Ref Api
            StageName: prod
            AccessLogSetting:
              DestinationArn: <destination=!GetAtt Logs.Arn>
              Format: <format='$context.requestId $context.identity.sourceIp $context.status $context.responseLatency $context.identity.caller'>
            MethodSettings: [{HttpMethod: "*", ResourcePath: "/*", DataTraceEnabled: <trace=false>}]
            Tags:
              - {Key: Owner, Value: shop}
              - {Key: <tag of the stage=CostCenter>, Value: c1}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: <namespace=AWS/ApiGateway>
            MetricName: <metric=5XXError>
            Dimensions: [{Name: ApiName, Value: <dimension=shop>}]
      """;

  private static final Pattern PROPERTY = Pattern.compile("<([a-z ]+)=([^>]*)>");

  /** The rules that the value of a property decides. */
  private static final Map<String, List<String>> RULES =
      Map.ofEntries(
          Map.entry("retention", List.of("IG201", "IG202")),
          Map.entry("class", List.of("IG205")),
          Map.entry("tag of the group", List.of("IG203")),
          Map.entry("trust", List.of("IG303")),
          Map.entry("principal", List.of("IG303")),
          Map.entry("assume", List.of("IG303")),
          Map.entry("managed policy", List.of("IG304", "IG305")),
          Map.entry("effect", List.of("IG305")),
          Map.entry("action", List.of("IG304", "IG305")),
          Map.entry("role", List.of("IG302")),
          Map.entry("destination", List.of("IG103")),
          Map.entry("format", List.of("IG104", "IG107", "IG402")),
          Map.entry("trace", List.of("IG110")),
          Map.entry("tag of the stage", List.of("IG109")),
          Map.entry("api", List.of("IG403")),
          Map.entry("namespace", List.of("IG403")),
          Map.entry("metric", List.of("IG403")),
          Map.entry("dimension", List.of("IG403")));

  /** Those whose rules say in which piece of code the unknown is, and not its name. */
  private static final List<String> POINTING =
      List.of(
          "tag of the group",
          "tag of the stage",
          "trust",
          "principal",
          "assume",
          "effect",
          "action",
          "api",
          "namespace",
          "metric",
          "dimension");

  /** What is written at a property, and what the finding has to name. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("'{{resolve:ssm:/x}}'", "{{resolve:ssm:/x}}"),
          Map.entry("'{{resolve:ssm-secure:/x:1}}'", "{{resolve:ssm-secure:/x:1}}"),
          Map.entry("'{{resolve:secretsmanager:s:SecretString:k}}'", "{{resolve:secretsmanager:s"),
          Map.entry("{'Fn::Sub': '{{resolve:ssm:/${Open}}}'}", "{{resolve:ssm:/${Open}}}"),
          Map.entry("{'Fn::Sub': ['{{resolve:ssm:${P}}}', {P: /x}]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Sub': ['${V}', {V: '{{resolve:ssm:/x}}'}]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Join': ['', ['{{resolve:ssm:/', x, '}}']]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Join': ['', ['{{resolve:ssm:/x}}', '']]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Select': [0, ['{{resolve:ssm:/x}}', a]]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Select': ['{{resolve:ssm:/x}}', [a, b]]}", "{{resolve:ssm:/x}}"),
          Map.entry(
              "{'Fn::Select': [0, {'Fn::Split': [',', '{{resolve:ssm:/x}}']}]}",
              "{{resolve:ssm:/x}}"),
          Map.entry(
              "{'Fn::If': [Yes, '{{resolve:ssm:/x}}', '{{resolve:ssm:/x}}']}",
              "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::FindInMap': [M, a, k]}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::FindInMap': [M, '{{resolve:ssm:/y}}', k]}", "{{resolve:ssm:/x}}"),
          Map.entry(
              "{'Fn::FindInMap': [M, b, k, {DefaultValue: '{{resolve:ssm:/x}}'}]}",
              "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::ImportValue': '{{resolve:ssm:/x}}'}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Base64': '{{resolve:ssm:/x}}'}", "{{resolve:ssm:/x}}"),
          Map.entry("{'Fn::Length': '{{resolve:ssm:/x}}'}", "{{resolve:ssm:/x}}"),
          Map.entry(
              "{'Fn::Transform': {Name: T, Parameters: {P: '{{resolve:ssm:/x}}'}}}",
              "Fn::Transform"));

  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return RULES.keySet().stream()
        .sorted()
        .flatMap(
            property ->
                WRITTEN.keySet().stream().sorted().map(written -> Arguments.of(property, written)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isUnknownAtEveryProperty(String property, String written) throws IOException {
    Map<String, Verdict> verdicts = verdicts(with(property, written));
    for (String rule : RULES.getOrDefault(property, List.of())) {
      Verdict verdict = Objects.requireNonNull(verdicts.get(rule));
      assertThat(verdict.kind()).as(rule).isEqualTo(Verdict.Kind.UNKNOWN);
      if (!POINTING.contains(property)) {
        Finding finding = Objects.requireNonNull(verdict.finding());
        assertThat(finding.message() + finding.label())
            .as(rule)
            .contains(WRITTEN.getOrDefault(written, written));
      }
    }
  }

  @Test
  void passesWithoutOne() throws IOException {
    for (String property : List.of("none", "effect")) {
      Map<String, Verdict> verdicts =
          verdicts(with(property, property.equals("effect") ? "Allow" : ""));
      assertThat(RULES.values().stream().flatMap(List::stream).distinct())
          .allSatisfy(
              rule ->
                  assertThat(Objects.requireNonNull(verdicts.get(rule)).kind())
                      .as(rule)
                      .isEqualTo(Verdict.Kind.PASS));
    }
  }

  /** The template with other text at one property; the second role where that is in its policy. */
  private static String with(String property, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    if (property.equals("effect") || property.equals("action")) {
      values.put("role", "!GetAtt Writer.Arn");
    }
    values.put(property, text);
    return PROPERTY
        .matcher(TEMPLATE)
        .replaceAll(
            hole -> Matcher.quoteReplacement(values.getOrDefault(hole.group(1), hole.group(2))));
  }

  private Map<String, Verdict> verdicts(String template) throws IOException {
    Path root = Files.createTempDirectory(folder, "templates");
    Files.writeString(root.resolve("a.yaml"), template);
    FolderTree tree = FolderTree.at(root, root);
    CheckResult result =
        new Checker(TestPolicies.everyRule())
            .check(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE, Progress.SILENT);
    assertThat(result.reports()).hasSize(1);
    Map<String, Verdict> verdicts = new TreeMap<>();
    result.reports().get(0).verdicts().forEach(each -> verdicts.put(each.rule().id(), each));
    return verdicts;
  }
}
