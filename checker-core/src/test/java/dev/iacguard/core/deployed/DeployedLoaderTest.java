package dev.iacguard.core.deployed;

import static dev.iacguard.core.deployed.ExportFiles.messages;
import static dev.iacguard.core.deployed.ExportFiles.names;
import static dev.iacguard.core.deployed.ExportFiles.only;
import static dev.iacguard.core.deployed.ExportFiles.saved;
import static dev.iacguard.core.deployed.ExportFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployedLoaderTest {
  private static final String REST_STAGE = "AWS::ApiGateway::Stage";
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String ROLE = "AWS::IAM::Role";

  /** The members that AWS publishes for these types, and those of every item. */
  private static final String SNAPSHOT =
      """
      {"fileVersion": "1.0", "configSnapshotId": "s1", "configurationItems": [
       {"relationships": [], "configuration": {"deploymentId": "d1", "stageName": "live",
         "accessLogSettings": {"format": "$context.requestId", "destinationArn": "arn:aws:logs:eu-west-1:111122223333:log-group:/a"}},
        "tags": {"Owner": "tickets"}, "configurationItemCaptureTime": "2026-10-01T10:00:00.000Z",
        "awsAccountId": "111122223333", "configurationItemStatus": "OK", "resourceType": "AWS::ApiGateway::Stage",
        "ARN": "arn:aws:apigateway:eu-west-1::/restapis/abc123/stages/live", "awsRegion": "eu-west-1"},
       {"configuration": {"instanceId": "i-1", "blockDeviceMappings": [{"ebs": {}}]}, "awsAccountId": "111122223333",
        "resourceType": "AWS::EC2::Instance", "awsRegion": "eu-west-1"},
       {"resourceType": "AWS::ApiGatewayV2::Stage", "awsAccountId": "444455556666", "awsRegion": "us-east-1",
        "ARN": "arn:aws:apigateway:us-east-1::/apis/xyz/stages/$default", "tags": {},
        "configuration": {"stageName": "$default", "autoDeploy": true}},
       {"resourceType": "AWS::IAM::Role", "awsAccountId": "111122223333", "awsRegion": "global",
        "ARN": "arn:aws:iam::111122223333:role/push", "configuration": {"roleName": "push", "arn": "arn:aws:iam::111122223333:role/push",
         "assumeRolePolicyDocument": "%7B%22Statement%22%3A%5B%5D%7D",
         "rolePolicyList": [{"policyName": "write", "policyDocument": "%7B%22Version%22%3A%222012-10-17%22%7D"}],
         "attachedManagedPolicies": []}}
      ]}
      """;

  @TempDir private Path folder;

  private Discovery discover(String name, byte[] content) throws IOException {
    return ExportFiles.discover(folder, name, content);
  }

  private Discovery discover(String name, String content) throws IOException {
    return discover(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void accountsAndRegionsOfASnapshotAreKeptApart() throws IOException {
    Discovery found = discover("snapshot.json", SNAPSHOT);
    assertThat(found.problems()).isEmpty();
    assertThat(names(found))
        .containsExactly(
            "snapshot.json (111122223333 eu-west-1)", "snapshot.json (444455556666 us-east-1)");
    Stack first = found.stacks().get(0).load();
    Resource stage = only(first, REST_STAGE);
    assertThat(stage.address().toString()).isEqualTo("restapis/abc123/stages/live");
    assertThat(text(stage.get("RestApiId"))).isEqualTo("abc123");
    assertThat(stage.span().line()).isEqualTo(2);
    assertThat(stage.get("AccessLogSetting").toString()).contains("log-group:/a");
    assertThat(stage.get("MethodSettings")).isInstanceOf(Value.Unknown.class);
    assertThat(only(found.stacks().get(1).load(), STAGE).get("AccessLogSettings"))
        .isInstanceOf(Value.Null.class);
  }

  @Test
  void rolesAreKnownInEveryRegion() throws IOException {
    Resource role = only(discover("snapshot.json", SNAPSHOT).stacks().get(0).load(), ROLE);
    assertThat(text(role.get("AssumeRolePolicyDocument"))).isEqualTo("{\"Statement\":[]}");
    assertThat(role.get("Policies").toString()).contains("2012-10-17");
  }

  /** A snapshot shows what is recorded, which need not be all. */
  @Test
  void aSnapshotNeverHasAll() throws IOException {
    Stack stack = discover("snapshot.json", SNAPSHOT).stacks().get(0).load();
    assertThat(stack.hasAll(REST_STAGE)).isFalse();
    assertThat(stack.hasAll("AWS::ApiGateway::Account")).isFalse();
  }

  @Test
  void theLastRecordOfAResourceCounts() throws IOException {
    String item =
        """
        {"configuration": {"stageName": "live", "description": "%s"}, "resourceType": "AWS::ApiGatewayV2::Stage",
         "configurationItemCaptureTime": "%s", "configurationItemStatus": "%s", "awsAccountId": "111122223333",
         "awsRegion": "eu-west-1", "ARN": "arn:aws:apigateway:eu-west-1::/apis/%s/stages/live", "tags": {"n": "%s"}}\
        """;
    String items =
        String.join(
            ",",
            item.formatted("", "2026-10-02T00:00:00Z", "OK", "a1", "second"),
            item.formatted("", "2026-10-01T00:00:00Z", "OK", "a1", "first"),
            item.formatted("", "2026-10-01T00:00:00Z", "OK", "a2", "first"),
            item.formatted("", "2026-10-02T00:00:00Z", "ResourceDeleted", "a2", "gone"));
    Discovery found = discover("history.json", "{\"configurationItems\": [" + items + "]}");
    Resource stage = only(found.stacks().get(0).load(), STAGE);
    assertThat(stage.address().toString()).isEqualTo("apis/a1/stages/live");
    assertThat(stage.get("Tags").toString()).contains("second");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aQueryTellsWhatItAskedFor(boolean whole) throws IOException {
    String result =
        "{\\\"accountId\\\":\\\"111122223333\\\",\\\"awsRegion\\\":\\\"eu-west-1\\\","
            + "\\\"arn\\\":\\\"arn:aws:apigateway:eu-west-1::/apis/a1/stages/live\\\","
            + "\\\"resourceType\\\":\\\"AWS::ApiGatewayV2::Stage\\\","
            + "\\\"configuration\\\":{\\\"stageName\\\":\\\"live\\\"}}";
    String asked = whole ? "configuration" : "configuration.stageName";
    Discovery found =
        discover(
            "query.json",
            "{\"Results\": [\"%s\"], \"QueryInfo\": {\"SelectFields\": [{\"Name\": \"%s\"}]}}"
                .formatted(result, asked));
    Value log = only(found.stacks().get(0).load(), STAGE).get("AccessLogSettings");
    assertThat(log).isInstanceOf(whole ? Value.Null.class : Value.Unknown.class);
  }

  /** What the AWS CLI gets of single resources. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"configurationItems\": [%s]}             | 0", // get-resource-config-history
        "{\"configurationItems\": [%s], \"nextToken\": \"x\"} | 1",
        "{\"baseConfigurationItems\": [%s], \"unprocessedResourceKeys\": []}  | 0",
        "{\"baseConfigurationItems\": [%s], \"unprocessedResourceKeys\": [{}]} | 1",
        "{\"BaseConfigurationItems\": [%s], \"UnprocessedResourceIdentifiers\": []} | 0",
        "{\"ConfigurationItem\": %s}                | 0", // get-aggregate-resource-config
      })
  void itemsOfTheCommandLineAreRead(String answer, int incomplete) throws IOException {
    String item =
        """
        {"version": "1.3", "accountId": "111122223333", "configurationItemStatus": "OK",
         "arn": "arn:aws:apigateway:eu-west-1::/apis/a1/stages/live", "resourceType": "AWS::ApiGatewayV2::Stage",
         "awsRegion": "eu-west-1", "configuration": "{\\"stageName\\": \\"live\\", \\"tags\\": {\\"n\\": \\"v\\"}}"}\
        """;
    Discovery found = discover("x.json", answer.formatted(item));
    Resource stage = only(found.stacks().get(0).load(), STAGE);
    assertThat(stage.address().toString()).isEqualTo("apis/a1/stages/live");
    assertThat(stage.get("Tags").toString()).contains("v");
    assertThat(messages(found))
        .hasSize(incomplete)
        .allMatch(message -> message.startsWith("export is incomplete: "));
  }

  /** PowerShell writes UTF-16, or UTF-8 with a mark in front. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void filesWithAByteOrderMarkAreRead(String charset) throws IOException {
    assertThat(names(discover("s.json", ("\uFEFF" + SNAPSHOT).getBytes(Charset.forName(charset)))))
        .hasSize(2);
  }

  @Test
  void aListThatIsThereTwiceCountsAsAWhole() throws IOException {
    String groups = "\"logGroups\": [{\"logGroupName\": \"/%s\"}]";
    String output = "{" + groups.formatted("a") + ", " + groups.formatted("b") + "}";
    Discovery found = discover("x.json", saved("logs describe-log-groups", "{}", output));
    assertThat(found.stacks().get(0).load().resources("AWS::Logs::LogGroup")).hasSize(2);
  }

  /** A small file can hold any number of resources. */
  @Test
  void moreThanIsKeptIsALimit() throws IOException {
    String group = "{\"logGroupName\": \"/a\"},";
    String groups = group.repeat(1_500_000) + "{}";
    Discovery found =
        discover(
            "x.json.gz",
            packed(saved("logs describe-log-groups", "{}", "{\"logGroups\": [" + groups + "]}")));
    assertThat(messages(found))
        .singleElement()
        .asString()
        .startsWith("the exports hold more than 500000 resources");
    assertThat(found.problems().get(0).leavesInputUnread()).isTrue();
    assertThat(found.stacks().get(0).load().hasAll("AWS::Logs::LogGroup")).isFalse();
  }

  @Test
  void packedFilesAreRead() throws IOException {
    assertThat(names(discover("a/snapshot.json.gz", packed(SNAPSHOT)))).hasSize(2);
  }

  @Test
  void aPackedFileThatIsBrokenOffIsSaidToBe() throws IOException {
    byte[] whole = packed(SNAPSHOT.repeat(1) + " ".repeat(100));
    Discovery found = discover("s.json.gz", Arrays.copyOf(whole, whole.length - 20));
    assertThat(messages(found)).containsExactly("the compressed data ends in the middle");
    assertThat(found.problems().get(0).leavesInputUnread()).isTrue();
  }

  @Test
  void whatStandsBeforeABreakCounts() throws IOException {
    Discovery found = discover("s.json", SNAPSHOT.substring(0, SNAPSHOT.indexOf("AWS::IAM")));
    assertThat(found.stacks()).hasSize(2);
    assertThat(messages(found)).singleElement().asString().startsWith("is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NextToken", "nextToken", "position", "Marker"})
  void aPageTokenThatIsLeftOverMakesItIncomplete(String token) throws IOException {
    Discovery found =
        discover(
            "x.json",
            saved(
                "logs describe-log-groups",
                "{}",
                "{\"logGroups\": [], \"" + token + "\": \"next\"}"));
    assertThat(messages(found)).singleElement().asString().startsWith("export is incomplete: ");
    assertThat(found.problems().get(0).leavesInputUnread()).isTrue();
    assertThat(found.stacks())
        .allSatisfy(stack -> assertThat(stack.load().hasAll("AWS::Logs::LogGroup")).isFalse());
  }

  @Test
  void theScriptsAnswersAreComplete() throws IOException {
    String text =
        saved("logs describe-log-groups", "{}", "{\"logGroups\": [{\"logGroupName\": \"/a\"}]}")
            + saved(
                "apigateway get-rest-apis",
                "{}",
                "{\"items\": [{\"id\": \"a1\", \"name\": \"tickets\"}]}")
            + saved(
                "apigateway get-stages",
                "{\"restApiId\": \"a1\"}",
                "{\"item\": [{\"stageName\": \"live\"}]}")
            + saved("apigateway get-account", "{}", "{\"throttleSettings\": {}}");
    Discovery found = discover("x.json", text);
    assertThat(found.problems()).isEmpty();
    Stack stack = found.stacks().get(0).load();
    assertThat(stack.hasAll("AWS::Logs::LogGroup")).isTrue();
    assertThat(stack.hasAll(REST_STAGE)).isTrue();
    assertThat(stack.hasAll(STAGE)).isFalse();
    assertThat(stack.hasAll("AWS::CloudWatch::Alarm")).isFalse();
    assertThat(only(stack, "AWS::ApiGateway::Account").get("CloudWatchRoleArn"))
        .isInstanceOf(Value.Null.class);
    assertThat(only(stack, "AWS::Logs::LogGroup").get("Tags")).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void anApiWhoseStagesWereNotAskedForIsNamed() throws IOException {
    String text =
        saved(
            "apigateway get-rest-apis",
            "{}",
            "{\"items\": [{\"id\": \"a1\", \"name\": \"tickets\"}]}");
    assertThat(messages(discover("x.json", text)))
        .containsExactly("export is incomplete: the stages of restapis/a1 are not in it");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    String text = saved("apigateway get-account", "{}", "{}").replace("Export\": 1", "Export\": 2");
    assertThat(messages(discover("x.json", text)))
        .containsExactly("is of version 2 of the export, and only 1 is read");
  }

  /** What the AWS CLI prints says neither where it was asked nor that it is all. */
  @Test
  void plainAnswersAreReadInTheirFolders() throws IOException {
    Discovery found =
        discover(
            "111122223333/eu-west-1/stages.json",
            """
            {"item": [{"deploymentId": "d1", "stageName": "live", "methodSettings":
              {"~1orders~1{id}/GET": {"dataTraceEnabled": true}}}]}
            """);
    assertThat(found.problems()).isEmpty();
    Stack stack = found.stacks().get(0).load();
    Resource stage = only(stack, REST_STAGE);
    assertThat(stage.attributes().provider().accounts()).containsExactly("111122223333");
    assertThat(text(stage.get("region"))).isEqualTo("eu-west-1");
    assertThat(stage.get("RestApiId")).isInstanceOf(Value.Unknown.class);
    assertThat(stage.get("MethodSettings").toString()).contains("/orders/{id}");
    assertThat(stack.hasAll(REST_STAGE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"items\": [1, 2]}",
        "{\"name\": \"package\", \"version\": \"1.0.0\"}",
        "{\"Resources\": {\"A\": {\"Type\": \"AWS::ApiGateway::Stage\"}}}"
      })
  void otherJsonIsNotAnExport(String text) throws IOException {
    assertThat(discover("x.json", text).files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iacGuardExport\": 1, \"output\": 7}",
        "{\"iacGuardExport\": {}, \"account\": [], \"arguments\": 3, \"output\": {\"items\": {}}}",
        "{\"iacGuardExport\": 1, \"output\": {\"items\": [null, 1, {}], \"item\": [[]], \"Role\":"
            + " 3, \"tags\": 1}}",
        "{\"configurationItems\": [{\"resourceType\": \"AWS::IAM::Role\"}, 3, {\"resourceType\":"
            + " \"AWS::ApiGateway::Stage\", \"configuration\": \"{\"}]}",
        "{\"Results\": [\"{\\\"resourceType\\\": 1\", 3]}",
        "{\"iacGuardExport\": 1, \"arguments\": {\"policyArn\": \"x\"}, \"output\":"
            + " {\"PolicyVersion\": {}}}"
      })
  void strangeShapesDoNoHarm(String text) throws IOException {
    Discovery found = discover("x.json", text);
    assertThat(found.files()).containsExactly("x.json");
    found.stacks().forEach(StackSource::load);
  }
}
