package dev.iacguard.core.plan;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which resource types are kept: those that have a say in how API Gateway logs, and more. */
final class ResourceFilter {
  private static final String DATA = "data.";

  private static final Set<String> TYPES =
      Set.of(
          "aws_api_gateway_account",
          "aws_api_gateway_authorizer",
          "aws_api_gateway_deployment",
          "aws_api_gateway_method_settings",
          "aws_api_gateway_rest_api",
          "aws_api_gateway_stage",
          "aws_apigatewayv2_api",
          "aws_apigatewayv2_authorizer",
          "aws_apigatewayv2_route",
          "aws_apigatewayv2_stage",
          "aws_cloudwatch_log_group",
          "aws_cloudwatch_log_metric_filter",
          "aws_cloudwatch_metric_alarm",
          "aws_iam_policy",
          "aws_iam_policy_attachment",
          "aws_iam_policy_document",
          "aws_iam_role",
          "aws_iam_role_policies_exclusive",
          "aws_iam_role_policy",
          "aws_iam_role_policy_attachment",
          "aws_iam_role_policy_attachments_exclusive",
          "aws_kinesis_firehose_delivery_stream",
          "awscc_apigateway_account",
          "awscc_apigateway_authorizer",
          "awscc_apigateway_deployment",
          "awscc_apigateway_rest_api",
          "awscc_apigateway_stage",
          "awscc_apigatewayv2_api",
          "awscc_apigatewayv2_api_gateway_managed_overrides",
          "awscc_apigatewayv2_authorizer",
          "awscc_apigatewayv2_route",
          "awscc_apigatewayv2_stage",
          "awscc_cloudwatch_alarm",
          "awscc_iam_managed_policy",
          "awscc_iam_role",
          "awscc_iam_role_policy",
          "awscc_kinesisfirehose_delivery_stream",
          "awscc_logs_log_group",
          "awscc_logs_metric_filter");

  /** Large texts that nobody asks for. */
  private static final Set<String> LEFT_OUT = Set.of("body", "template_body");

  private final Set<String> more;

  /**
   * @param more types that are asked for besides, {@code data.} in front of data sources; all of
   *     their attributes are kept
   */
  ResourceFilter(Set<String> more) {
    this.more =
        more.stream()
            .map(type -> type.startsWith(DATA) ? type.substring(DATA.length()) : type)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether references to that type are followed. */
  static boolean isFollowed(String type) {
    return TYPES.contains(type);
  }

  boolean inType(String type) {
    return TYPES.contains(type) || more.contains(type);
  }

  /**
   * @param type null when it is not told yet
   */
  boolean inAttribute(@Nullable String type, String name) {
    return !LEFT_OUT.contains(name) || (type != null && more.contains(type));
  }

  /** Large texts that are seldom asked for: policy documents. */
  static boolean isDocument(String name) {
    return name.equals("policy");
  }
}
