package dev.iacguard.rules.view.role;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declares where a role's resource type keeps its policies.
 *
 * @param inline the attribute with the inline policies
 * @param inlineDocument the document in each of them
 * @param boundary the attribute with the ARN of its permissions boundary
 */
public record RoleType(
    String trust, String inline, String inlineDocument, String managed, String boundary) {

  private static final Map<String, RoleType> ROLES =
      Map.of(
          "aws_iam_role",
          new RoleType(
              "assume_role_policy",
              "inline_policy",
              "policy",
              "managed_policy_arns",
              "permissions_boundary"),
          "awscc_iam_role",
          new RoleType(
              "assume_role_policy_document",
              "policies",
              "policy_document",
              "managed_policy_arns",
              "permissions_boundary"),
          "AWS::IAM::Role",
          new RoleType(
              "AssumeRolePolicyDocument",
              "Policies",
              "PolicyDocument",
              "ManagedPolicyArns",
              "PermissionsBoundary"));

  /** The document of each type of managed policy. */
  private static final Map<String, String> MANAGED_DOCUMENTS =
      Map.of(
          "aws_iam_policy", "policy",
          "awscc_iam_managed_policy", "policy_document",
          "AWS::IAM::ManagedPolicy", "PolicyDocument");

  /**
   * A type that gives a policy to roles.
   *
   * @param roles the attribute with a role's name or a list of them
   * @param policy the attribute with the document, or with the ARNs of managed policies
   */
  public record Attachment(String type, String roles, String policy, boolean byArn) {

    public static final List<Attachment> ALL =
        List.of(
            new Attachment("aws_iam_role_policy", "role", "policy", false),
            new Attachment("aws_iam_role_policy_attachment", "role", "policy_arn", true),
            new Attachment("aws_iam_policy_attachment", "roles", "policy_arn", true),
            new Attachment(
                "aws_iam_role_policy_attachments_exclusive", "role_name", "policy_arns", true),
            new Attachment("awscc_iam_role_policy", "role_name", "policy_document", false),
            new Attachment("awscc_iam_managed_policy", "roles", "policy_document", false),
            new Attachment("AWS::IAM::Policy", "Roles", "PolicyDocument", false),
            new Attachment("AWS::IAM::ManagedPolicy", "Roles", "PolicyDocument", false),
            new Attachment("AWS::IAM::RolePolicy", "RoleName", "PolicyDocument", false));
  }

  /** Names all inline policies that a role may have; others are removed. */
  public static final String EXCLUSIVE = "aws_iam_role_policies_exclusive";

  static @Nullable RoleType of(String type) {
    return ROLES.get(type);
  }

  static @Nullable String managedDocument(String type) {
    return MANAGED_DOCUMENTS.get(type);
  }
}
