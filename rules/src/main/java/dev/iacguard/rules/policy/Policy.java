package dev.iacguard.rules.policy;

import java.util.List;

/**
 * What the organisation asks for.
 *
 * @param requiredFields what an access log line has to tell
 * @param stageTags keys that every stage has to be tagged with
 * @param logGroupTags keys that every log group and Firehose stream has to be tagged with
 * @param approvedRoles patterns for the roles that may write logs, {@code *} for any characters;
 *     empty when there is no list
 */
public record Policy(
    List<Field> requiredFields,
    List<String> stageTags,
    List<String> logGroupTags,
    RetentionBounds retention,
    StackTags stackTags,
    RoleOwner roleOwner,
    List<String> approvedRoles) {

  /** What is asked for when nothing is configured. */
  public static final Policy DEFAULT =
      new Policy(
          List.of(Fields.REQUEST_ID, Fields.SOURCE_IP, Fields.STATUS, Fields.LATENCY),
          List.of("Owner", "CostCenter"),
          List.of("Owner", "CostCenter"),
          RetentionBounds.NONE,
          StackTags.NONE,
          RoleOwner.EITHER,
          List.of());

  /** Whether CloudFormation stacks are deployed with tags of their own, which reach resources. */
  public enum StackTags {
    /** They are not: a tag that the template does not show is missing. */
    NONE,
    /** They may be: a tag that the template does not show may still be there. */
    UNKNOWN
  }

  /** Who sets the account's logging role. */
  public enum RoleOwner {
    /** The stack itself has to. */
    STACK,
    /** Something outside the code does. */
    ELSEWHERE,
    /** Either may; a stack that does not set it says nothing of it. */
    EITHER
  }
}
