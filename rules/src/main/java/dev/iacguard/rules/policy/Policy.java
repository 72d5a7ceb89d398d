package dev.iacguard.rules.policy;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy: what the organisation requires, one record for each section of a policy file.
 *
 * @param environment the name of the environment that this policy is for; null when it is for all
 * @param severities by rule id, where a rule weighs something else than it does by itself; {@link
 *     Severity#OFF} turns it off
 */
public record Policy(
    @Nullable String environment,
    AccessLog accessLog,
    LogGroup logGroup,
    Stage stage,
    Tags tags,
    LoggingRole loggingRole,
    Cost cost,
    Alarms alarms,
    Map<String, Severity> severities) {

  /** What is asked for when nothing is configured. */
  public static final Policy DEFAULT =
      new Policy(
          null,
          new AccessLog(
              new WantedFormat.Any(),
              List.of(Fields.REQUEST_ID, Fields.SOURCE_IP, Fields.STATUS, Fields.LATENCY),
              List.of("$context.identity.sourceIp")),
          new LogGroup(RetentionBounds.NONE, Tags.USUAL),
          new Stage(Tags.USUAL),
          new Tags(false, StackTags.NONE),
          new LoggingRole(RoleOwner.EITHER, List.of()),
          new Cost(Cost.USUAL_BYTES, null, null),
          new Alarms(AlarmsOn.ANY),
          Map.of());

  /**
   * {@code access-log}.
   *
   * @param requiredFields what a line has to tell, by meaning ({@link Fields#named}) or by variable
   *     ({@link Fields#ofVariable})
   * @param permittedVariables variables that may be logged although they may hold personal data,
   *     with {@code $context.} in front; one that ends in a dot matches all that start with it
   */
  public record AccessLog(
      WantedFormat format, List<Field> requiredFields, List<String> permittedVariables) {}

  /**
   * {@code log-group}.
   *
   * @param requiredTags what every log group and Firehose stream has to be tagged with
   */
  public record LogGroup(RetentionBounds retention, List<RequiredTag> requiredTags) {}

  /**
   * {@code stage}.
   *
   * @param requiredTags what every stage has to be tagged with
   */
  public record Stage(List<RequiredTag> requiredTags) {}

  /**
   * {@code tags}: how tags are looked for.
   *
   * @param exactKeys false to compare keys without case, {@code -}, {@code _}, {@code :} and spaces
   */
  public record Tags(boolean exactKeys, StackTags stackTags) {
    static final List<RequiredTag> USUAL =
        List.of(RequiredTag.ofKey("Owner"), RequiredTag.ofKey("CostCenter"));
  }

  /** Whether CloudFormation stacks are deployed with tags of their own, which reach resources. */
  public enum StackTags {
    /** They are not: a tag that the template does not show is missing. */
    NONE,
    /** They may be: a tag that the template does not show may still be there. */
    UNKNOWN
  }

  /**
   * {@code logging-role}.
   *
   * @param approved patterns for the roles that may write logs, {@code *} for any characters; empty
   *     when there is no list
   */
  public record LoggingRole(RoleOwner owner, List<String> approved) {}

  /** Who sets the account's logging role. */
  public enum RoleOwner {
    /** The stack itself has to. */
    STACK,
    /** Something outside the code does. */
    ELSEWHERE,
    /** Either may; a stack that does not set it says nothing of it. */
    EITHER
  }

  /**
   * {@code cost}: what access logs may cost.
   *
   * @param bytesPerRequest what one request may write, the overhead of an event included; null for
   *     no limit
   * @param requestsPerMonth of one stage, to put a price on its log; null when no price is wanted
   * @param prices null for those that come with the program
   */
  public record Cost(
      @Nullable Integer bytesPerRequest, @Nullable Long requestsPerMonth, @Nullable Prices prices) {
    /** Above what formats with all the fields that auditors ask for come to. */
    static final int USUAL_BYTES = 1_024;
  }

  /** {@code alarms}: which errors somebody has to be told of. */
  public record Alarms(AlarmsOn on) {}

  /** Kinds of errors to be told of. */
  public enum AlarmsOn {
    /** At least one of the two. */
    ANY,
    CLIENT_ERRORS,
    SERVER_ERRORS,
    BOTH
  }

  /** What a rule weighs. */
  public Severity severity(RuleInfo rule) {
    return severities.getOrDefault(rule.id(), rule.severity());
  }
}
