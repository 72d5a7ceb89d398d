package dev.iacguard.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan or state says is a secret is marked as one, and what lies in it. */
class SecretsTest {
  @TempDir Path folder;

  private Resource stage(String content) {
    Stack stack = Plans.load(folder, content);
    return Objects.requireNonNull(stack.resource(Address.of("", "aws_api_gateway_stage.s")));
  }

  private static void assertOnlyTagsAreSecret(Resource stage) {
    Value.Mapping tags = (Value.Mapping) stage.get("tags");
    assertThat(tags.entries().get("Owner"))
        .isNotNull()
        .satisfies(owner -> assertThat(owner.origin().sensitive()).isTrue());
    assertThat(stage.get("stage_name").origin().sensitive()).isFalse();
  }

  @Test
  void ofAPlan() {
    String plan =
        Plans.plan(
            Plans.change(
                "aws_api_gateway_stage",
                "s",
                "{\"stage_name\":\"prod\",\"tags\":{\"Owner\":\"hidden\"}}",
                "{\"description\":true}"),
            "");
    Resource stage =
        stage(plan.replace("\"after_sensitive\":{}", "\"after_sensitive\":{\"tags\":true}"));
    assertOnlyTagsAreSecret(stage);
    assertOnlyTagsAreSecret(
        stage(
            plan.replace(
                "\"after_sensitive\":{}", "\"after_sensitive\":{\"tags\":{\"Owner\":true}}")));
  }

  @Test
  void ofAShownState() {
    assertOnlyTagsAreSecret(
        stage(
            """
            {"format_version":"1.0","values":{"root_module":{"resources":[
              {"address":"aws_api_gateway_stage.s","mode":"managed","type":"aws_api_gateway_stage",
               "name":"s","values":{"stage_name":"prod","tags":{"Owner":"hidden"}},
               "sensitive_values":{"tags":{"Owner":true}}}]}}}"""));
  }

  @Test
  void ofAKeptState() {
    assertOnlyTagsAreSecret(
        stage(
            """
            {"version":4,"serial":1,"resources":[
              {"mode":"managed","type":"aws_api_gateway_stage","name":"s","instances":[
                {"attributes":{"stage_name":"prod","tags":{"Owner":"hidden"}},
                 "sensitive_attributes":[[{"type":"get_attr","value":"tags"},
                   {"type":"index","value":{"value":"Owner","type":"string"}}]]},
                {"deposed":"12345678","attributes":{"stage_name":"old"}}]}]}"""));
  }
}
