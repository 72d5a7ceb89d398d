package dev.iacguard.core.deployed;

import static dev.iacguard.core.deployed.ExportFiles.messages;
import static dev.iacguard.core.deployed.ExportFiles.names;
import static dev.iacguard.core.deployed.ExportFiles.only;
import static dev.iacguard.core.deployed.ExportFiles.saved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that contradict themselves are named by file and line; the rest counts. */
class LyingExportsTest {
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";
  private static final String STAGE = "AWS::ApiGateway::Stage";

  @TempDir private Path folder;

  private Discovery discover(String name, String content) throws IOException {
    return ExportFiles.discover(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String groups(String... places) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      groups.append(i == 0 ? "" : ",\n").append("{\"logGroupName\": \"/").append(i);
      groups.append("\", \"arn\": \"arn:aws:logs:").append(places[i]).append(":log-group:/");
      groups.append(i).append(":*\"}");
    }
    return "{\"logGroups\": [" + groups + "]}";
  }

  private static String stage(String destination) {
    return "{\"deploymentId\": \"d1\", \"stageName\": \"live\", \"tags\": {\"Owner\": \"a\"},"
        + " \"accessLogSettings\": {\"format\": \"$context.requestId\", \"destinationArn\":"
        + " \"arn:aws:logs:eu-west-1:111122223333:log-group:"
        + destination
        + "\"}}";
  }

  private static String stages(String elements) {
    return saved(
        "apigateway get-stages", "{\"restApiId\": \"a1\"}", "{\"item\": [" + elements + "]}");
  }

  @Test
  void resourcesOfAnotherPlaceAreLeftOut() throws IOException {
    Discovery found =
        discover(
            "x.json",
            saved(
                "logs describe-log-groups",
                "{}",
                groups(
                    "eu-west-1:111122223333", "eu-west-1:444455556666", "us-east-1:111122223333")));
    assertThat(messages(found))
        .containsExactly(
            "export of 111122223333 eu-west-1 has log-group:/1 and 1 more resources of"
                + " 444455556666 eu-west-1 or elsewhere, which are left out");
    Problem problem = found.problems().get(0);
    assertThat(problem.leavesInputUnread()).isTrue();
    assertThat(problem.at().path()).isEqualTo("x.json");
    assertThat(problem.at().line()).isEqualTo(3);
    Stack stack = found.stacks().get(0).load();
    assertThat(stack.resources(LOG_GROUP)).hasSize(1);
    assertThat(stack.hasAll(LOG_GROUP)).isFalse();
  }

  /** The AWS CLI lists the log groups of linked accounts, too. */
  @Test
  void whatTheCliPrintsMayBeOfSeveralAccounts() throws IOException {
    Discovery found =
        discover("x.json", groups("eu-west-1:111122223333", "eu-west-1:444455556666"));
    assertThat(found.problems()).isEmpty();
    assertThat(names(found))
        .containsExactly("x.json (111122223333 eu-west-1)", "x.json (444455556666 eu-west-1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"444455556666/eu-west-1/account.json", "111122223333/us-east-1/account.json"})
  void anExportInTheFolderOfAnotherIsNamed(String path) throws IOException {
    Discovery found =
        discover(path, saved("apigateway get-account", "{}", "{\"throttleSettings\": {}}"));
    assertThat(messages(found))
        .singleElement()
        .asString()
        .startsWith("is an export of 111122223333 eu-west-1 in the folder of ");
    assertThat(found.stacks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "111122223333/eu-west-1/account.json",
        "202611301200/account.json",
        "202611301200/exports/account.json",
        "111122223333/202611301200/account.json"
      })
  void otherFoldersMayHaveAnyName(String path) throws IOException {
    String text = saved("apigateway get-account", "{}", "{\"throttleSettings\": {}}");
    assertThat(discover(path, text).problems()).isEmpty();
  }

  @Test
  void anItemThatContradictsItsArnIsLeftOut() throws IOException {
    String item =
        """
        {"configuration": {"stageName": "live"}, "awsAccountId": "111122223333", "awsRegion": "%s",
         "resourceType": "AWS::ApiGateway::Stage", "tags": {},
         "arn": "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/live"}\
        """;
    Discovery found =
        discover("s.json", "{\"configurationItems\": [" + item.formatted("us-east-1") + "]}");
    assertThat(messages(found)).singleElement().asString().contains("which is left out");
    assertThat(found.stacks()).isEmpty();
    assertThat(
            discover("s.json", "{\"configurationItems\": [" + item.formatted("eu-west-1") + "]}")
                .problems())
        .isEmpty();
  }

  @Test
  void aStageThatIsThereTwiceDifferentlyIsUnknownWhereItDiffers() throws IOException {
    Discovery found = discover("x.json", stages(stage("/a")) + stages(stage("/b")));
    assertThat(messages(found))
        .containsExactly(
            "restapis/a1/stages/live is exported twice with different settings, also at x.json:2;"
                + " what differs is unknown");
    assertThat(found.problems().get(0).at().line()).isEqualTo(5);
    Resource stage = only(found.stacks().get(0).load(), STAGE);
    assertThat(stage.get("AccessLogSetting")).isInstanceOf(Value.Unknown.class);
    assertThat(stage.get("Tags").toString()).contains("Owner");
  }

  @Test
  void aStageThatIsThereTwiceEquallyIsOne() throws IOException {
    Discovery found = discover("x.json", stages(stage("/a") + "," + stage("/a")));
    assertThat(found.problems()).isEmpty();
    assertThat(found.stacks().get(0).load().resources(STAGE)).hasSize(1);
  }

  /** A later record is not a contradiction. */
  @Test
  void historyIsNoContradiction() throws IOException {
    String item =
        """
        {"configuration": {"stageName": "live", "deploymentId": "%1$s"}, "awsAccountId": "111122223333",
         "awsRegion": "eu-west-1", "resourceType": "AWS::ApiGateway::Stage", "tags": {"Owner": "%1$s"},
         "configurationItemCaptureTime": "2026-10-0%1$sT10:00:00.000Z",
         "ARN": "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/live"}\
        """;
    Discovery found =
        discover(
            "s.json",
            "{\"configurationItems\": [" + item.formatted(2) + "," + item.formatted(1) + "]}");
    assertThat(found.problems()).isEmpty();
    assertThat(only(found.stacks().get(0).load(), STAGE).get("Tags").toString()).contains("2");
  }
}
