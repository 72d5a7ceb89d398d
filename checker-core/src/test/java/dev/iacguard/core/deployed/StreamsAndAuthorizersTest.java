package dev.iacguard.core.deployed;

import static dev.iacguard.core.deployed.ExportFiles.messages;
import static dev.iacguard.core.deployed.ExportFiles.only;
import static dev.iacguard.core.deployed.ExportFiles.saved;
import static dev.iacguard.core.deployed.ExportFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that answers of the AWS CLI describe in a way of their own. */
class StreamsAndAuthorizersTest {
  private static final String REST_STAGE = "AWS::ApiGateway::Stage";
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String STREAM = "AWS::KinesisFirehose::DeliveryStream";

  @TempDir private Path folder;

  private Discovery discover(String name, String content) throws IOException {
    return ExportFiles.discover(folder, name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void streamsHaveTheTagsOfTheirOwnAnswer() throws IOException {
    String arguments = "{\"deliveryStreamName\": \"s1\"}";
    String text =
        saved(
                "firehose list-delivery-streams",
                "{}",
                "{\"DeliveryStreamNames\": [\"s1\", \"s2\"], \"HasMoreDeliveryStreams\": false}")
            + saved(
                "firehose describe-delivery-stream",
                arguments,
                "{\"DeliveryStreamDescription\": {\"DeliveryStreamName\": \"s1\","
                    + " \"DeliveryStreamARN\":"
                    + " \"arn:aws:firehose:eu-west-1:111122223333:deliverystream/s1\"}}")
            + saved(
                "firehose list-tags-for-delivery-stream",
                arguments,
                "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"a\"}], \"HasMoreTags\": false}");
    Discovery found = discover("x.json", text);
    assertThat(found.problems()).isEmpty();
    Stack stack = found.stacks().get(0).load();
    List<Resource> streams = stack.resources(STREAM);
    assertThat(streams)
        .extracting(stream -> stream.address().toString())
        .containsExactly("deliverystream/s1", "deliverystream/s2");
    assertThat(text(streams.get(0).get("Arn"))).endsWith(":deliverystream/s1");
    assertThat(streams.get(0).get("Tags").toString()).contains("Owner");
    assertThat(streams.get(1).get("Tags")).isInstanceOf(Value.Unknown.class);
    assertThat(stack.hasAll(STREAM)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "firehose list-delivery-streams, '{\"DeliveryStreamNames\": [\"s1\"],"
        + " \"HasMoreDeliveryStreams\": true}'",
    "firehose list-tags-for-delivery-stream, '{\"Tags\": [], \"HasMoreTags\": true}'",
  })
  void moreStreamsOrTagsMakeItIncomplete(String call, String output) throws IOException {
    Discovery found = discover("x.json", saved(call, "{}", output));
    assertThat(messages(found)).singleElement().asString().startsWith("export is incomplete: ");
    assertThat(found.stacks())
        .allSatisfy(stack -> assertThat(stack.load().hasAll(STREAM)).isFalse());
  }

  @Test
  void streamsOfAwsConfigAreRead() throws IOException {
    String item =
        """
        {"configuration": {"DeliveryStreamName": "s1", "Arn": "arn:aws:firehose:eu-west-1:111122223333:deliverystream/s1"},
         "resourceType": "AWS::KinesisFirehose::DeliveryStream", "awsAccountId": "111122223333",
         "awsRegion": "eu-west-1", "ARN": "arn:aws:firehose:eu-west-1:111122223333:deliverystream/s1", "tags": {"Owner": "a"}}\
        """;
    Discovery found = discover("s.json", "{\"configurationItems\": [" + item + "]}");
    Resource stream = only(found.stacks().get(0).load(), STREAM);
    assertThat(text(stream.get("DeliveryStreamName"))).isEqualTo("s1");
    assertThat(stream.get("Tags").toString()).contains("Owner");
  }

  /** Lists of authorizers have the name that lists of APIs and stages have. */
  @Test
  void authorizersAreNoApis() throws IOException {
    String text =
        saved(
                "apigateway get-authorizers",
                "{\"restApiId\": \"a1\"}",
                "{\"items\": [{\"id\": \"z1\", \"name\": \"pool\", \"type\": \"TOKEN\"}]}")
            + saved(
                "apigatewayv2 get-authorizers",
                "{\"apiId\": \"b1\"}",
                "{\"Items\": [{\"AuthorizerId\": \"z2\", \"Name\": \"n\", \"AuthorizerType\":"
                    + " \"JWT\"}]}");
    Discovery found = discover("x.json", text);
    assertThat(found.problems()).isEmpty();
    Stack stack = found.stacks().get(0).load();
    assertThat(stack.resources("AWS::ApiGateway::RestApi")).isEmpty();
    assertThat(stack.hasAll(REST_STAGE)).isFalse();
    assertThat(stack.hasAll(STAGE)).isFalse();
    Resource rest = only(stack, "AWS::ApiGateway::Authorizer");
    assertThat(text(rest.get("RestApiId"))).isEqualTo("a1");
    assertThat(text(rest.get("Type"))).isEqualTo("TOKEN");
    Resource http = only(stack, "AWS::ApiGatewayV2::Authorizer");
    assertThat(text(http.get("ApiId"))).isEqualTo("b1");
    assertThat(text(http.get("AuthorizerType"))).isEqualTo("JWT");
  }
}
