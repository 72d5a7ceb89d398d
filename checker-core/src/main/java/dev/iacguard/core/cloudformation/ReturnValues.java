package dev.iacguard.core.cloudformation;

import java.util.List;
import java.util.Map;

/**
 * The attributes that {@code Fn::GetAtt} takes of what access logs go to and are written with. From
 * the resource schemas of CloudFormation (us-east-1, as of cfn-lint 1.51).
 */
final class ReturnValues {
  private static final Map<String, List<String>> OF =
      Map.of(
          "AWS::Logs::LogGroup", List.of("Arn"),
          "AWS::KinesisFirehose::DeliveryStream", List.of("Arn"),
          "AWS::IAM::Role", List.of("Arn", "RoleId"));

  private ReturnValues() {}

  /** All attributes of resources of a type; empty when they are not known here. */
  static List<String> of(String type) {
    return OF.getOrDefault(type, List.of());
  }
}
