package dev.iacguard.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without its code, a plan is pointed at: where the address of a resource stands in it. */
class PositionsTest {
  @TempDir Path folder;

  private Resource resource(String plan) {
    return Objects.requireNonNull(
        Plans.load(folder, plan).resource(Address.of("", "aws_api_gateway_stage.s")));
  }

  private static void assertPointsAtAddress(Span at, String plan) {
    String[] lines = plan.split("\n", -1);
    String line = lines[at.line() - 1];
    int start = at.from().column() - 1;
    assertThat(line.substring(start, at.to().column() - 1))
        .isEqualTo("\"aws_api_gateway_stage.s\"");
    assertThat(at.to().line()).isEqualTo(at.line());
    assertThat(at.path()).isEqualTo("plan.json");
    assertThat(at.text()).isEqualTo("\"aws_api_gateway_stage.s\"");
  }

  @Test
  void theAddressIsPointedAtWhereverItStands() {
    String pretty =
        Plans.plan(
            Plans.change("aws_api_gateway_stage", "s", "{\"stage_name\":\"prod\"}", "{}"), "");
    assertPointsAtAddress(resource(pretty).span(), pretty);
    String line = pretty.replace("\n", "");
    assertPointsAtAddress(resource(line).header(), line);
    Value name = resource(line).get("stage_name");
    assertPointsAtAddress(name.origin().at(), line);
  }

  /** The members may come in any order; jq sorts them, for one. */
  @Test
  void theOrderOfMembersDoesNotMatter() {
    String sorted =
        """
        {"format_version":"1.2",
         "configuration":{"root_module":{"resources":[]}},
         "resource_changes":[{
          "change":{"actions":["create"],
           "after_unknown":{"arn":true},"after":{"stage_name":"prod"},"after_sensitive":{}},
          "address":"aws_api_gateway_stage.s",
          "mode":"managed","name":"s","type":"aws_api_gateway_stage"}]}""";
    Resource resource = resource(sorted);
    assertThat(resource.get("stage_name"))
        .isInstanceOfSatisfying(
            Value.Text.class, text -> assertThat(text.known()).isEqualTo("prod"));
    assertThat(resource.span().line()).isEqualTo(6);
  }

  /** Columns are counted in UTF-16 code units, however long the line and whatever is on it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void charactersBeforeAPlaceCountAsTheyDoInText(String mark) {
    Random random = new Random(7);
    String[] pieces = {"plain", "\u00e9", "\u6f22\u5b57", "\ud83d\ude00"};
    StringBuilder plan = new StringBuilder("{\"format_version\":\"1.2\",\"resource_changes\":[");
    for (int i = 0; i < 300; i++) {
      int length = random.nextInt(i % 30 == 0 ? 40_000 : 400);
      String text = pieces[random.nextInt(pieces.length)].repeat(length);
      plan.append(i == 0 ? "" : i % 7 == 0 ? ",\n" : ",").append("{\"x\":\"").append(text);
      plan.append("\",\"address\":\"aws_api_gateway_stage.s").append(i);
      plan.append("\",\"type\":\"aws_api_gateway_stage\",\"name\":\"s").append(i).append("\"}");
    }
    String[] lines = plan.append("]}").toString().split("\n", -1);
    String content = mark + plan;
    List<Resource> stages = Plans.load(folder, content).resources("aws_api_gateway_stage");
    assertThat(stages).hasSize(300);
    for (Resource stage : stages) {
      Position at = stage.span().from();
      assertThat(lines[at.line() - 1].substring(at.column() - 1))
          .startsWith("\"" + stage.address() + "\"");
    }
  }
}
