package dev.iacguard.core.rule.report;

import dev.iacguard.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * How code and exports name a stage, and the settings by which they are compared. What is not
 * known, or differs between scenarios, is null.
 *
 * @param id as in {@link StageFacts}
 * @param api as in {@link StageFacts}
 * @param apiId what API Gateway calls the API
 * @param apiLogicalId what CloudFormation calls the API; null also for what the SAM transform makes
 * @param stageLogicalId the same for the stage
 * @param target where it is
 */
public record StageIdentity(
    String stack,
    String id,
    String api,
    @Nullable String apiId,
    @Nullable String apiName,
    @Nullable String stageName,
    @Nullable String apiLogicalId,
    @Nullable String stageLogicalId,
    StackFacts.Target target,
    Span at,
    Settings settings) {

  /**
   * What is compared.
   *
   * @param log {@code yes}, {@code no}, or what leaves that open
   * @param logGroup its name; null also for a Firehose stream
   * @param retention in days, 0 for never
   */
  public record Settings(
      String log,
      @Nullable String logGroup,
      @Nullable String format,
      @Nullable Integer retention) {}

  /** How sure it is that code and an export mean the same stage. */
  public enum Match {
    NO,
    PERHAPS,
    SURE
  }

  /** Whether this stage of the code is a stage that is deployed. */
  public Match compare(StageIdentity deployed) {
    boolean kinds = api.equals("UNKNOWN") || deployed.api.equals("UNKNOWN");
    if ((!kinds && !api.equals(deployed.api))
        || !target.mayBe(deployed.target)
        || differ(stageName, deployed.stageName)
        || differ(apiId, deployed.apiId)
        || differ(apiName, deployed.apiName)) {
      return Match.NO;
    }
    boolean named = same(stageName, deployed.stageName);
    boolean ofApi = same(apiId, deployed.apiId) || same(apiName, deployed.apiName);
    if (differ(stageLogicalId, deployed.stageLogicalId)
        || differ(apiLogicalId, deployed.apiLogicalId)) {
      // The code may have given it another id since.
      return named && ofApi ? Match.PERHAPS : Match.NO;
    }
    boolean sure =
        (named && (ofApi || same(apiLogicalId, deployed.apiLogicalId)))
            || same(stageLogicalId, deployed.stageLogicalId);
    return sure ? Match.SURE : Match.PERHAPS;
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }

  /** For people: {@code stage prod of API orders}. */
  public String name() {
    String stage = "stage " + (stageName == null ? id : stageName);
    return apiName == null ? stage : stage + " of API " + apiName;
  }
}
