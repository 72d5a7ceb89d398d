package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.attribute;
import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a destination leads, however it is written. */
class DestinationsTest {
  private static final Value ENV = input("var.env");

  /** A destination, the kind it is, and the resource it leads to. */
  static Stream<Arguments> destinations() {
    String arn = "arn:aws:logs:eu-west-1:123456789012:log-group:";
    Value region = input("data.aws_region.this.name");
    return Stream.of(
        Arguments.of(attribute("group", "arn"), "log-group", "group"),
        Arguments.of(join(attribute("group", "arn")), "log-group", "group"),
        Arguments.of(join(attribute("group", "arn"), ":*"), "log-group", "group"),
        Arguments.of(attribute("template", "Arn"), "log-group", "template"),
        Arguments.of(text(arn + "/apigw/known"), "log-group", "group"),
        Arguments.of(text(arn + "/apigw/known:*"), "log-group", "group"),
        Arguments.of(
            join("arn:aws:logs:", region, ":1:log-group:/apigw/known"), "log-group", "group"),
        Arguments.of(
            join("arn:aws:logs:", input("both"), ":log-group:/apigw/known"), "log-group", "group"),
        Arguments.of(
            join("arn:aws:", input("three"), ":log-group:/regional"), "log-group", "regional"),
        Arguments.of(
            join("arn:aws:logs:", input("two"), ":log-group:/regional"), "log-group", "regional"),
        Arguments.of(
            join("arn:", input("one"), ":logs:us-east-1:1:log-group:/regional"), "log-group", null),
        Arguments.of(join("arn:aws:", input("var.x"), ":lambda:1:function:a"), "unknown", null),
        Arguments.of(join(arn, attribute("group", "name")), "log-group", "group"),
        Arguments.of(join(arn, attribute("group", "id"), ":*"), "log-group", "group"),
        Arguments.of(join(arn, attribute("template", "")), "log-group", "template"),
        Arguments.of(join(arn, "/apigw/", ENV), "log-group", "partly"),
        Arguments.of(join(arn, input("var.whole")), "log-group", "wholly"),
        Arguments.of(join(arn, "/apigw/", input("var.other")), "unknown", null),
        Arguments.of(text(arn + "/central"), "log-group", null),
        Arguments.of(text(arn + "/twice"), "unknown", null),
        Arguments.of(attribute("lookup", "arn"), "log-group", "group"),
        Arguments.of(attribute("central", "arn"), "log-group", null),
        Arguments.of(attribute("stream", "arn"), "firehose", "stream"),
        Arguments.of(
            text("arn:aws:firehose:eu-west-1:1:deliverystream/amazon-apigateway-a"),
            "firehose",
            "stream"),
        Arguments.of(
            text("arn:aws:firehose:eu-west-1:1:deliverystream/amazon-apigateway-b"),
            "firehose",
            null),
        Arguments.of(attribute("group", "name"), "invalid", null),
        Arguments.of(attribute("template", ""), "invalid", null),
        Arguments.of(attribute("bucket", "arn"), "invalid", null),
        Arguments.of(attribute("bucket", "id"), "unknown", null),
        Arguments.of(attribute("custom", "Arn"), "unknown", null),
        Arguments.of(attribute("nowhere", "arn"), "unknown", null),
        Arguments.of(text("/apigw/known"), "invalid", null),
        Arguments.of(join("/apigw/", ENV), "invalid", null),
        Arguments.of(join("ar", ENV), "unknown", null),
        Arguments.of(join(ENV, ":log-group:x"), "unknown", null),
        Arguments.of(join("arn:aws:", ENV), "unknown", null),
        Arguments.of(text("arn:aws:s3:::bucket"), "invalid", null),
        Arguments.of(text("arn:aws:logs:eu-west-1:1"), "invalid", null),
        Arguments.of(text(arn + "/apigw/known:log-stream:x"), "invalid", null),
        Arguments.of(number("5"), "invalid", null),
        Arguments.of(list(text("a")), "invalid", null),
        Arguments.of(input("var.arn"), "unknown", null),
        Arguments.of(madeFrom("group", "arn"), "unknown", null));
  }

  /** A value that a function which is not evaluated makes of an ARN. */
  private static Value madeFrom(String resource, String attribute) {
    Value.Unknown whole = (Value.Unknown) attribute(resource, attribute);
    List<Reference> references = whole.references();
    return new Value.Unknown(
        Cause.NOT_EVALUATED, "replace(…)", references, true, HandBuiltStack.ORIGIN);
  }

  private static HandBuiltStack stack(Value destination) {
    return new HandBuiltStack()
        .add("aws_cloudwatch_log_group", "group", Map.of("name", text("/apigw/known")))
        .add("aws_cloudwatch_log_group", "partly", Map.of("name", join("/apigw/", ENV)))
        .add("aws_cloudwatch_log_group", "wholly", Map.of("name", input("var.whole")))
        .add("aws_cloudwatch_log_group", "one", Map.of("name", text("/twice")))
        .add("aws_cloudwatch_log_group", "two", Map.of("name", text("/twice")))
        .add(
            "aws_cloudwatch_log_group",
            "regional",
            Map.of("name", text("/regional"), "region", text("eu-west-1")))
        .add("AWS::Logs::LogGroup", "template", Map.of())
        .add("data.aws_cloudwatch_log_group", "lookup", Map.of("name", text("/apigw/known")))
        .add("data.aws_cloudwatch_log_group", "central", Map.of("name", text("/central")))
        .add(
            "aws_kinesis_firehose_delivery_stream",
            "stream",
            Map.of("name", text("amazon-apigateway-a")))
        .add("aws_s3_bucket", "bucket", Map.of())
        .add("Custom::Logs", "custom", Map.of())
        .add(
            "aws_api_gateway_stage",
            "stage",
            Map.of(
                "access_log_settings",
                list(map("destination_arn", destination, "format", "$context.requestId"))));
  }

  @ParameterizedTest
  @MethodSource("destinations")
  void leadTo(Value destination, String kind, String resource) {
    StageFacts.Destination found =
        Objects.requireNonNull(facts(stack(destination)).accessLog().destination());
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.resource()).isEqualTo(resource);
  }

  @ParameterizedTest
  @MethodSource("destinations")
  void aWrittenDestinationIsAnAccessLogWhereverItLeads(
      Value destination, String kind, String resource) {
    assertThat(facts(stack(destination)).accessLog().status()).isEqualTo("yes");
  }

  /** A name that hangs on a condition is the same name wherever it hangs on the same. */
  @Test
  void namesAreComparedInEachScenario() {
    Value name = choice("IsProd", text("/prod"), text("/test"));
    StageFacts stage =
        facts(
            new HandBuiltStack()
                .add("AWS::Logs::LogGroup", "group", Map.of("LogGroupName", name))
                .add(
                    "AWS::ApiGateway::Stage",
                    "stage",
                    Map.of(
                        "AccessLogSetting",
                        map(
                            "DestinationArn",
                            join("arn:aws:logs:eu-west-1:1:log-group:", name),
                            "Format",
                            "$context.requestId"))));
    assertThat(Objects.requireNonNull(stage.logGroup()).resource()).isEqualTo("group");
  }

  private static StageFacts facts(HandBuiltStack stack) {
    return new ApiGatewayRules().judge(stack).stages().get(0);
  }
}
