package dev.iacguard.rules.view.role;

import java.util.Map;

/** The resource types that set the logging role of an account. */
public final class AccountTypes {
  private AccountTypes() {}

  /** The custom resource with which the Serverless Framework sets the role of the account. */
  static final String CUSTOM = "Custom::ApiGatewayAccountRole";

  /** The attribute of the account setting that names its role. */
  public static final Map<String, String> ROLES =
      Map.of(
          "aws_api_gateway_account",
          "cloudwatch_role_arn",
          "awscc_apigateway_account",
          "cloudwatch_role_arn",
          "AWS::ApiGateway::Account",
          "CloudWatchRoleArn",
          CUSTOM,
          "RoleArn");
}
