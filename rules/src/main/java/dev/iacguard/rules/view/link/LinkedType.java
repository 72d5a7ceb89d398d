package dev.iacguard.rules.view.link;

import dev.iacguard.rules.view.value.TagProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Declares how resources of a type are linked to.
 *
 * @param name the attribute with its name
 * @param arn the attribute that gives its ARN; empty when a plain reference does
 * @param nameReferences the attributes that give its name; an empty one is a plain reference
 * @param retention the attribute with the days it keeps events; empty when it keeps none
 * @param lookup true for a data source, which only looks up what is declared elsewhere by name
 */
public record LinkedType(
    String type,
    LinkKind what,
    String name,
    String arn,
    List<String> nameReferences,
    String retention,
    boolean lookup,
    TagProperty tags) {

  /** A custom resource that sets the retention of the log group of a name. */
  public static final String CUSTOM_RETENTION = "Custom::LogRetention";

  public static final List<LinkedType> ALL =
      List.of(
          aws("aws_cloudwatch_log_group", LinkKind.LOG_GROUP, "retention_in_days"),
          lookup("data.aws_cloudwatch_log_group", LinkKind.LOG_GROUP, "name"),
          awscc("awscc_logs_log_group", LinkKind.LOG_GROUP, "log_group_name", "retention_in_days"),
          template("AWS::Logs::LogGroup", LinkKind.LOG_GROUP, "LogGroupName", "RetentionInDays"),
          new LinkedType(
              CUSTOM_RETENTION,
              LinkKind.LOG_GROUP,
              "LogGroupName",
              "Arn",
              List.of("LogGroupName", ""),
              "RetentionInDays",
              false,
              TagProperty.ELSEWHERE),
          aws("aws_kinesis_firehose_delivery_stream", LinkKind.DELIVERY_STREAM, ""),
          lookup("data.aws_kinesis_firehose_delivery_stream", LinkKind.DELIVERY_STREAM, "name"),
          awscc(
              "awscc_kinesisfirehose_delivery_stream",
              LinkKind.DELIVERY_STREAM,
              "delivery_stream_name",
              ""),
          template(
              "AWS::KinesisFirehose::DeliveryStream",
              LinkKind.DELIVERY_STREAM,
              "DeliveryStreamName",
              ""),
          aws("aws_iam_role", LinkKind.ROLE, ""),
          lookup("data.aws_iam_role", LinkKind.ROLE, "name"),
          awscc("awscc_iam_role", LinkKind.ROLE, "role_name", ""),
          template("AWS::IAM::Role", LinkKind.ROLE, "RoleName", ""),
          aws("aws_iam_policy", LinkKind.MANAGED_POLICY, ""),
          lookup("data.aws_iam_policy", LinkKind.MANAGED_POLICY, "name"),
          new LinkedType(
              "awscc_iam_managed_policy",
              LinkKind.MANAGED_POLICY,
              "managed_policy_name",
              "policy_arn",
              List.of(),
              "",
              false,
              TagProperty.NONE),
          // A plain reference to a managed policy is its ARN.
          new LinkedType(
              "AWS::IAM::ManagedPolicy",
              LinkKind.MANAGED_POLICY,
              "ManagedPolicyName",
              "",
              List.of(),
              "",
              false,
              TagProperty.NONE));

  private static final Map<String, LinkedType> BY_TYPE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(LinkedType::type, type -> type));

  /** The type of CloudFormation, which exports have too. */
  public static String exported(LinkKind what) {
    return switch (what) {
      case LOG_GROUP -> "AWS::Logs::LogGroup";
      case DELIVERY_STREAM -> "AWS::KinesisFirehose::DeliveryStream";
      case ROLE -> "AWS::IAM::Role";
      case MANAGED_POLICY -> "AWS::IAM::ManagedPolicy";
    };
  }

  private static LinkedType aws(String type, LinkKind what, String retention) {
    return new LinkedType(
        type,
        what,
        "name",
        "arn",
        List.of("name", "id", ""),
        retention,
        false,
        TagProperty.AWS_PROVIDER);
  }

  private static LinkedType lookup(String type, LinkKind what, String name) {
    return new LinkedType(
        type, what, name, "arn", List.of("name", "id", ""), "", true, TagProperty.NONE);
  }

  private static LinkedType awscc(String type, LinkKind what, String name, String retention) {
    return new LinkedType(
        type,
        what,
        name,
        "arn",
        List.of(name, "id", ""),
        retention,
        false,
        TagProperty.awscc("tags"));
  }

  private static LinkedType template(String type, LinkKind what, String name, String retention) {
    return new LinkedType(
        type, what, name, "Arn", List.of(""), retention, false, TagProperty.cloudFormation("Tags"));
  }

  /** True for what only sets the retention of a log group that something else makes. */
  public boolean setsRetentionOnly() {
    return type.equals(CUSTOM_RETENTION);
  }

  boolean isArn(String attribute) {
    return attribute.equals(arn);
  }

  public boolean isName(String attribute) {
    return nameReferences.contains(attribute);
  }

  /** How a type is linked to by ARN or name, or null when nothing of it is looked for. */
  public static @Nullable LinkedType of(String type) {
    return BY_TYPE.get(type);
  }
}
