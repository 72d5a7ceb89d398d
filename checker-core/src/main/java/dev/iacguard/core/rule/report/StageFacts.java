package dev.iacguard.core.rule.report;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one stage; the shape of {@code stages --format json}. Words for kinds and states
 * are those of the JSON contract.
 *
 * @param resource address of the resource that declares it; differs from {@code id} where one makes
 *     several stages
 * @param kind {@code declared}, {@code deployment}, {@code quick-create}, {@code sam}, {@code
 *     sam-extra}, {@code sam-implicit}
 * @param api {@code REST}, {@code HTTP}, {@code WEBSOCKET}, {@code UNKNOWN}
 * @param logGroup null when the destination is not known to be a log group
 * @param overridable the inputs whose default was used for what is said of the access log, of where
 *     it leads and how long it is kept there; sorted
 * @param verdicts by rule id
 * @param notes the rules among them whose verdict weighs no more than a note
 * @param environment what the stage is counted under: the policy's environment, or else the stage's
 *     name; empty when neither is known
 */
public record StageFacts(
    String id,
    String resource,
    @Nullable String stageName,
    String stack,
    String kind,
    String api,
    Language language,
    Span location,
    AccessLog accessLog,
    @Nullable LogGroup logGroup,
    Tags tags,
    AccountRole accountRole,
    List<String> overridable,
    Map<String, Verdict.Kind> verdicts,
    Set<String> notes,
    String environment) {

  /** What all rules together say of it, the heaviest first: fail, conditional, unknown, pass. */
  public Verdict.Kind standing() {
    Verdict.Kind worst = Verdict.Kind.PASS;
    for (Map.Entry<String, Verdict.Kind> verdict : verdicts.entrySet()) {
      if (!notes.contains(verdict.getKey()) && verdict.getValue().isHeavierThan(worst)) {
        worst = verdict.getValue();
      }
    }
    return worst;
  }

  /**
   * @param status {@code yes}, {@code no}, {@code conditional}, {@code unknown}
   * @param when for conditional: when there is no access log
   */
  public record AccessLog(
      String status,
      @Nullable String when,
      @Nullable Format format,
      @Nullable Destination destination) {}

  /**
   * @param kind {@code json}, {@code clf}, {@code csv}, {@code xml}, {@code other}, {@code unknown}
   * @param fields the {@code $context} variables, in order, each once
   * @param complete false when unknown pieces may hold more
   * @param bytes what one request writes, as an estimate; null when that is not known
   * @param monthlyCost in US dollars, as an estimate; null when nothing is said of the number of
   *     requests
   */
  public record Format(
      String kind,
      List<String> fields,
      boolean complete,
      @Nullable Integer bytes,
      @Nullable BigDecimal monthlyCost) {}

  /**
   * @param kind {@code log-group}, {@code firehose}, {@code invalid}, {@code unknown}
   * @param resource the resource it leads to, or null
   * @param text what is written, when it leads to no resource
   */
  public record Destination(String kind, @Nullable String resource, @Nullable String text) {}

  /**
   * @param declared whether it is declared in the code
   * @param retention {@code days}, {@code never}, {@code unknown}, {@code external}
   */
  public record LogGroup(
      @Nullable String resource,
      boolean declared,
      @Nullable String name,
      @Nullable Integer retentionDays,
      String retention,
      Tags tags) {}

  /**
   * @param values null for a value that is not known
   * @param complete false when there may be more
   */
  public record Tags(Map<String, @Nullable String> values, boolean complete) {}

  /**
   * @param status {@code declared}, {@code none-declared}, {@code unknown}, {@code not-required}
   * @param reference what the account setting points to
   * @param approved null when it cannot be determined or nothing is declared
   */
  public record AccountRole(
      String status, @Nullable String reference, @Nullable Boolean approved) {}
}
