package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.cloudformation.template.ReturnValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attributes of resources, against the schemas that come with the linter. */
class ReturnValuesTest {
  @ParameterizedTest
  @CsvSource({
    "!GetAtt Api.RootResourceId, ",
    "!GetAtt Api.Arn, no attribute of Api 'Arn'",
    "!GetAtt Http.ApiEndpoint, ",
    "!GetAtt Http.ApiEndpont, no attribute of Http 'ApiEndpont'; did you mean 'ApiEndpoint'?",
    "!GetAtt Filter.Arn, no attribute of Filter 'Arn'",
    "!GetAtt Policy.PolicyArn, ",
    "!GetAtt Queue.Anything, ",
  })
  void namesAnAttributeThatTheTypeDoesNotHave(String written, String problem) {
    List<String> problems =
        IntrinsicMistakesTest.problems(
            """
            AWSTemplateFormatVersion: "2010-09-09"
            Resources:
              Api: {Type: AWS::ApiGateway::RestApi}
              Http: {Type: AWS::ApiGatewayV2::Api}
              Filter: {Type: AWS::Logs::MetricFilter}
              Policy: {Type: AWS::IAM::ManagedPolicy}
              Queue: {Type: AWS::SQS::Queue}
              Use: {Type: A::B::C, Properties: {P: %s}}
            """
                .formatted(written));
    assertThat(problems)
        .containsExactlyElementsOf(problem == null ? List.of() : List.of("IG001 8:40 " + problem));
  }

  /** A type that is not in the table has no attributes that are known. */
  @Test
  void hasThoseOfTheSchemas() throws IOException, InterruptedException {
    assumeTrue(CfnLint.isInstalled(), "cfn-lint is not installed");
    List<String> schemas =
        CfnLint.attributes("ApiGateway", "ApiGatewayV2", "IAM", "KinesisFirehose", "Logs");
    List<String> known = new ArrayList<>();
    for (String schema : schemas) {
      String type = schema.substring(0, (schema + " ").indexOf(' '));
      List<String> attributes = ReturnValues.of(type);
      known.add(
          attributes == null
              ? type + ": none"
              : (type + " " + String.join(" ", attributes)).strip());
    }
    assertThat(known).isNotEmpty().containsExactlyElementsOf(schemas);
  }
}
