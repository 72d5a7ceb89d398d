package dev.iacguard.core.model;

/**
 * A resource type that rules read. Readers that see far more, such as those of plans and states,
 * keep the resources of these types.
 *
 * @param name as the provider or CloudFormation has it, without {@code data.}
 * @param arn the attribute with its own ARN; empty when others do not refer to it by ARN
 * @param nameAttribute the attribute with its own name; empty when others do not refer to it by
 *     name
 */
public record ReadType(String name, Use use, String arn, String nameAttribute) {

  /** What rules read a type for. */
  public enum Use {
    /** It names others by ARN: a stage, an account setting. */
    REFERRING,
    /** Others name it by ARN: a log group, a delivery stream, a role. */
    REFERRED,
    /** It adds to one that is referred to, by its name: a metric filter, a policy of a role. */
    ADDING,
    /** A managed policy, which is referred to by what adds it to a role. */
    POLICY,
    /** Anything else. */
    OTHER,
    /** A rule of the policy judges it, so that all of its attributes are kept. */
    JUDGED
  }

  public static ReadType of(String name, Use use) {
    return new ReadType(name, use, "", "");
  }
}
