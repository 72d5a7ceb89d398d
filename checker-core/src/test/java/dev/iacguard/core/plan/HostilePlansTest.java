package dev.iacguard.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Stack;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken, foreign and oversized files get a message and do no harm. */
@Timeout(30)
class HostilePlansTest {
  private static final String STAGE =
      Plans.change("aws_api_gateway_stage", "s", "{\"stage_name\":\"prod\"}", "{\"arn\":true}");

  @TempDir Path folder;

  private List<String> problems(String content) {
    return problems("plan.json", content.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(String name, byte[] content) {
    return Plans.problems(Plans.discover(folder, name, content));
  }

  @Test
  void aTruncatedPlanSaysWhereItEnds() {
    String plan = Plans.plan(STAGE, "");
    String cut = plan.substring(0, plan.lastIndexOf("configuration"));
    Stack stack = Plans.load(folder, cut);
    assertThat(stack.resources("aws_api_gateway_stage")).isEmpty();
    assertThat(problems(cut)).singleElement().asString().startsWith("IG001 4:").contains("JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format_version':'1.2','resource_changes':7}            | resource_changes is not a list",
        "{'format_version':'1.2','resource_changes':[7]}          | a resource is not an object",
        "{'format_version':'1.2','resource_changes':[{'type':[]}]} | type is not a string",
        "{'format_version':'1.2','configuration':[]}              | configuration is not an object",
        "{'format_version':'1.2','values':'x'}                    | values is not an object",
        "{'format_version':1.2,'values':{}}                       | format_version is not a string",
        "{'version':4,'serial':1,'resources':{}}                  | resources is not a list",
        "{'version':4,'serial':1,'resources':[[]]}                | a resource is not an object",
      })
  void aWrongTypeIsNamed(String content, String message) {
    assertThat(problems(content.replace('\'', '"')))
        .singleElement()
        .asString()
        .startsWith("IG001 1:")
        .endsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "01", "tru", "'x'", "1e", "\"\\x\"", "\"a\nb\""})
  void whatIsNoJsonIsSaid(String value) {
    assertThat(problems("{\"format_version\":\"1.2\",\n\"timestamp\":" + value + "}"))
        .singleElement()
        .asString()
        .matches("(?s)IG001 [23]:\\d+ is not JSON: .*");
  }

  @Test
  void aKeyThatStandsTwiceIsSaid() {
    assertThat(problems("{\"format_version\":\"1.2\",\"values\":{},\"values\":{}}"))
        .containsExactly("IG001 1:46 \"values\" appears twice in the file");
  }

  @Test
  void nestingIsBounded() throws InterruptedException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(deepProblems("{\"format_version\":\"1.2\",\"checks\":" + deep + "}"))
        .singleElement()
        .asString()
        .startsWith("IG004 1:");
    String inside = Plans.change("aws_api_gateway_stage", "s", "{\"tags\":" + deep + "}", "{}");
    assertThat(deepProblems(Plans.plan(inside, "")))
        .singleElement()
        .asString()
        .startsWith("IG004 ");
  }

  /** On a stack as large as the program has for deeply nested code. */
  private List<String> deepProblems(String plan) throws InterruptedException {
    List<String> found = new CopyOnWriteArrayList<>();
    Thread deep = new Thread(null, () -> found.addAll(problems(plan)), "deep", 64L << 20);
    deep.start();
    deep.join();
    return found;
  }

  @Test
  void aTextThatIsKeptHasALimit() {
    String huge = "\"" + "x".repeat(9 << 20) + "\"";
    String kept = Plans.change("aws_api_gateway_stage", "s", "{\"stage_name\":" + huge + "}", "{}");
    assertThat(problems(Plans.plan(kept, "")))
        .singleElement()
        .asString()
        .startsWith("IG004 3:55 exceeds a limit: ")
        .endsWith(" exceeds the maximum allowed (8388608)");
    String passed = Plans.change("aws_s3_object", "o", "{\"content\":" + huge + "}", "{}");
    assertThat(problems(Plans.plan(passed + "," + STAGE, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.2", "1.0", "1.2", "1.99"})
  void everyFormatOfTheseVersionsIsRead(String version) {
    String plan = Plans.plan(STAGE, "").replace("1.2", version);
    assertThat(Plans.load(folder, plan).resources("aws_api_gateway_stage")).hasSize(1);
    assertThat(problems(plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.0", "10.1", "x"})
  void otherVersionsAreRefusedByName(String version) {
    String plan = Plans.plan(STAGE, "").replace("1.2", version);
    assertThat(problems(plan))
        .containsExactly(
            "IG001 1:19 format_version " + version + " is not known; 0.1 to 1.x can be read");
    assertThat(Plans.load(folder, plan).resources("aws_api_gateway_stage")).isEmpty();
  }

  @Test
  void aStateOfVersionThreeIsRefused() {
    assertThat(problems("{\"version\":3,\"serial\":1,\"lineage\":\"x\",\"modules\":[]}"))
        .singleElement()
        .asString()
        .startsWith("IG001 1:12 is a state of version 3")
        .contains("terraform show -json");
  }

  @Test
  void anUnfinishedPlanIsJudgedAndSaid() {
    String plan = Plans.plan(STAGE, "");
    String unfinished =
        plan.substring(0, plan.lastIndexOf('}')) + ",\"complete\":false,\"errored\":true}";
    assertThat(problems(unfinished))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("IG001 ").contains("\"complete\": false"),
            second -> assertThat(second).startsWith("IG001 ").contains("\"errored\": true"));
    assertThat(Plans.load(folder, unfinished).resources("aws_api_gateway_stage")).hasSize(1);
  }

  @Test
  void aPlanWithoutItsChangesIsSaid() {
    String plan =
        """
        {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {"root_module":
          {"resources": [{"address": "aws_api_gateway_stage.s", "type": "aws_api_gateway_stage"}]}}}
        """;
    assertThat(problems(plan))
        .singleElement()
        .asString()
        .startsWith("IG001 ")
        .contains("no \"resource_changes\"");
    assertThat(problems(plan.replace("resources", "outputs"))).isEmpty();
  }

  @Test
  void aSavedPlanIsToldByItsContent() {
    byte[] head =
        "PK\3\4..........................tfplan....".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problems("plan.out", head))
        .singleElement()
        .asString()
        .contains("terraform show -json FILE");
    byte[] other =
        "PK\3\4..........................classes...".getBytes(StandardCharsets.ISO_8859_1);
    Discovery found = Plans.discover(folder, "lambda.plan", other);
    assertThat(found.files()).isEmpty();
  }

  @Test
  void theMessagesOfARunAreToldByTheirContent() {
    String messages =
        """
        {"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","type":"version"}
        {"@level":"info","@message":"Plan: 1 to add","@module":"terraform.ui","type":"change_summary"}
        """;
    assertThat(problems(messages)).singleElement().asString().contains("terraform plan -out FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void everyEncodingThatShellsWriteIsRead(String encoding) {
    byte[] content = ("\uFEFF" + Plans.plan(STAGE, "")).getBytes(Charset.forName(encoding));
    Discovery found = Plans.discover(folder, "plan.json", content);
    assertThat(found.stacks().get(0).load().resources("aws_api_gateway_stage")).hasSize(1);
    assertThat(Plans.problems(found)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"x\",\"version\":\"1.0.0\",\"lockfileVersion\":3}",
        "{\"format_version\":2,\"header\":{\"name\":\"pack\"},\"modules\":[]}",
        "{\"Resources\":{}}",
        "{\"values\":[1,2,3]}",
        "{\"version\":4,\"configurations\":[]}",
        "[{\"format_version\":\"1.2\"}]",
        "{\"a\":{\"format_version\":\"1.2\",\"terraform_version\":\"1\",\"planned_values\":{}}}",
        "",
      })
  void otherFilesAreLeftAlone(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    assertThat(Plans.discover(folder, "other.json", bytes).files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"applyable\":true,\"complete\":true,\"configuration\":{\"provider_config\":{",
        "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"values\":{",
        "{\"format_version\":\"1.0\"}",
        "{\n  \"version\": 4,\n  \"terraform_version\": \"1.8.1\",\n",
        "{\"check_results\":null,\"lineage\":\"x\",\"outputs\":{",
      })
  void plansAndStatesAreToldByTheirFirstBytes(String head) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    assertThat(Plans.discover(folder, "some.json", bytes).files()).containsExactly("some.json");
  }
}
