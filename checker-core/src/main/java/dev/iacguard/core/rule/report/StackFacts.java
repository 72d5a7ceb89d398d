package dev.iacguard.core.rule.report;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack tells of itself so that it can be judged together with the others of the tree: a
 * stack is dropped as soon as it is judged by itself.
 *
 * @param accounts the resources that set the account's logging role, in a fixed order
 * @param formats the formats that are known, one for each stage that has one, by place
 */
public record StackFacts(List<Account> accounts, List<Format> formats) {
  /** Nothing to tell. */
  public static final StackFacts NONE = new StackFacts(List.of(), List.of());

  /**
   * @param region null when it is not known
   */
  public record Account(String resource, Language language, Span at, @Nullable String region) {}

  /**
   * The access log format of a stage.
   *
   * @param stage its id
   * @param api as in {@link StageFacts}
   * @param members the members of a JSON format and what they hold; of any other its variables,
   *     each by itself
   * @param broken true for JSON that is not valid, so that its members are not known
   * @param bytes what one request writes, as an estimate
   * @param cost null when nothing is said of the number of requests
   */
  public record Format(
      String stage,
      String api,
      Span at,
      Map<String, String> members,
      boolean broken,
      int bytes,
      @Nullable Cost cost) {}

  /**
   * What a stage's log costs, as an estimate, in US dollars a month.
   *
   * @param storage once as much is kept as will be, or after three years where nothing expires
   * @param prices where and when these prices were asked: {@code us-east-1, 2026-06}
   */
  public record Cost(
      BigDecimal gigabytes, BigDecimal ingestion, BigDecimal storage, String prices) {}
}
