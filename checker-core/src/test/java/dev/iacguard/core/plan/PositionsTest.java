package dev.iacguard.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(resource.span().line()).isEqualTo(3);
  }
}
