package dev.iacguard.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan alone tells of where a value comes from that is known only after apply. */
class TakenFromTest {
  private static final String LOG = "aws_cloudwatch_log_group";
  private static final String STAGE = "aws_api_gateway_stage";
  private static final String UNKNOWN_LOG =
      "{\"access_log_settings\":[{\"destination_arn\":true}],\"arn\":true}";

  @TempDir Path folder;

  private static String instance(String prefix, String type, String name, String key) {
    String unknown = type.equals(STAGE) ? UNKNOWN_LOG : "{\"arn\":true}";
    String after = type.equals(STAGE) ? "{\"access_log_settings\":[{\"format\":\"x\"}]}" : "{}";
    String index = key.isEmpty() ? "" : "\"index\":" + key + ",";
    String module =
        prefix.isEmpty() ? "" : "\"module_address\":\"" + prefix.replace("\"", "\\\"") + "\",";
    return """
        {"address":"%s",%s%s"mode":"managed","type":"%s","name":"%s",
         "change":{"actions":["create"],"after":%s,"after_unknown":%s}}"""
        .formatted(type + "." + name, module, index, type, name, after, unknown);
  }

  private static String block(String type, String name, String references, String more) {
    String expression =
        references.isEmpty()
            ? ""
            : "\"access_log_settings\":[{\"destination_arn\":{\"references\":"
                + list(references)
                + "}}]";
    return """
        {"address":"%1$s.%2$s","mode":"managed","type":"%1$s","name":"%2$s",
         "expressions":{%3$s}%4$s}"""
        .formatted(type, name, expression, more);
  }

  private static String list(String references) {
    return "[\"" + String.join("\",\"", references.replace("\"", "\\\"").split(" ")) + "\"]";
  }

  private static String root(List<String> changes, String configuration) {
    return """
        {"format_version":"1.2","resource_changes":[%s],"configuration":{"root_module":%s}}"""
        .formatted(String.join(",", changes), configuration);
  }

  private Value destination(String plan, Address stage) {
    Value settings =
        Objects.requireNonNull(Plans.load(folder, plan).resource(stage)).get("access_log_settings");
    Value.Mapping block = (Value.Mapping) ((Value.Sequence) settings).elements().get(0);
    return Objects.requireNonNull(block.get("destination_arn"));
  }

  /** Every resource it may be taken from, or why it cannot be told. */
  private static String shown(Value value) {
    return switch (value) {
      case Value.Choice choice -> shown(choice.then()) + " or " + shown(choice.otherwise());
      case Value.Unknown unknown when unknown.references().size() == 1 -> {
        assertThat(unknown.cause()).isEqualTo(Cause.PLANNED);
        assertThat(unknown.references().get(0)).isInstanceOf(Reference.ToResource.class);
        yield unknown.references().get(0).toString();
      }
      case Value.Unknown unknown -> unknown.cause().name();
      default -> String.valueOf(value);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws_cloudwatch_log_group.a.arn aws_cloudwatch_log_group.a | aws_cloudwatch_log_group.a.arn",
        "var.on aws_cloudwatch_log_group.a.arn aws_cloudwatch_log_group.a"
            + " aws_cloudwatch_log_group.b.arn aws_cloudwatch_log_group.b"
            + " | aws_cloudwatch_log_group.b.arn or aws_cloudwatch_log_group.a.arn",
        "local.arn                                                  | UNTOLD",
        "local.arn aws_cloudwatch_log_group.a.arn                   | UNTOLD",
        "aws_cloudwatch_log_group.a.name aws_cloudwatch_log_group.a | UNTOLD",
        "random_id.x.hex random_id.x                                | UNTOLD",
        "aws_cloudwatch_log_group.gone.arn                          | UNTOLD",
        "var.given                                                  | UNTOLD",
      })
  void inOneModule(String references, String expected) {
    String plan =
        root(
            List.of(
                instance("", STAGE, "s", ""),
                instance("", LOG, "a", ""),
                instance("", LOG, "b", "")),
            "{\"resources\":[" + block(STAGE, "s", references, "") + "]}");
    assertThat(shown(destination(plan, Address.of("", STAGE + ".s")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A computed key cuts the reference before it.
        "aws_cloudwatch_log_group.a each.key | aws_cloudwatch_log_group.a[\"x\"].arn",
        "each.value.arn each.value           | aws_cloudwatch_log_group.a[\"x\"].arn",
        "aws_cloudwatch_log_group.a[\"y\"].arn | aws_cloudwatch_log_group.a[\"y\"].arn",
        "aws_cloudwatch_log_group.a var.k"
            + " | aws_cloudwatch_log_group.a[\"y\"].arn or aws_cloudwatch_log_group.a[\"x\"].arn",
      })
  void ofRepeatedResources(String references, String expected) {
    String each = ",\"for_each_expression\":{\"references\":[\"aws_cloudwatch_log_group.a\"]}";
    String plan =
        root(
            List.of(
                instance("", STAGE, "s", "\"x\""),
                instance("", LOG, "a", "\"x\""),
                instance("", LOG, "a", "\"y\"")),
            "{\"resources\":[" + block(STAGE, "s", references, each) + "]}");
    assertThat(shown(destination(plan, new Address("", STAGE + ".s", "[\"x\"]"))))
        .isEqualTo(expected);
  }

  @Test
  void throughVariablesAndOutputs() {
    String logs =
        """
        {"outputs":{"arn":{"expression":{"references":
          ["aws_cloudwatch_log_group.a.arn","aws_cloudwatch_log_group.a"]}}}}""";
    String api = "{\"resources\":[" + block(STAGE, "s", "var.log.arn var.log", "") + "]}";
    String plan =
        root(
            List.of(
                instance("module.api[\"x\"]", STAGE, "s", ""),
                instance("module.logs[\"x\"]", LOG, "a", ""),
                instance("module.logs[\"y\"]", LOG, "a", "")),
            """
            {"module_calls":{
              "logs":{"for_each_expression":{"references":["var.names"]},"module":%s},
              "api":{"for_each_expression":{"references":["var.names"]},
                "expressions":{"log":{"references":["module.logs","each.key"]}},"module":%s}}}"""
                .formatted(logs, api));
    Address stage = Address.of("module.api[\"x\"].", STAGE + ".s");
    // The output behind a computed key is not told.
    assertThat(shown(destination(plan, stage))).isEqualTo("UNTOLD");
    String told =
        plan.replace(
            "\"module.logs\",\"each.key\"", "\"module.logs[\\\"y\\\"].arn\",\"module.logs\"");
    assertThat(shown(destination(told, stage)))
        .isEqualTo("module.logs[\"y\"].aws_cloudwatch_log_group.a.arn");
  }

  /** Modules whose variables lead round in a circle are no plan of Terraform's. */
  @Test
  void aCircleEnds() {
    String inside = "{\"outputs\":{\"o\":{\"expression\":{\"references\":[\"var.v\"]}}}}";
    String plan =
        root(
            List.of(instance("", STAGE, "s", "")),
            """
            {"resources":[%s],"module_calls":{"m":{
              "expressions":{"v":{"references":["module.m.o"]}},"module":%s}}}"""
                .formatted(block(STAGE, "s", "module.m.o", ""), inside));
    assertThat(shown(destination(plan, Address.of("", STAGE + ".s")))).isEqualTo("UNTOLD");
  }
}
