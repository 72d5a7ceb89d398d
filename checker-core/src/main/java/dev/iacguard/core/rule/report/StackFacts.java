package dev.iacguard.core.rule.report;

import dev.iacguard.core.edit.LogLine;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a stack that rules on the whole tree need: a stack is dropped as soon as it is
 * judged by itself.
 *
 * @param accounts the resources that set the account's logging role, in a fixed order
 * @param formats the formats that are known, one for each stage that has one, by place
 * @param unset the accounts and Regions whose role stages may need and the stack does not set
 * @param stages how its stages are named, where exports are compared with code
 */
public record StackFacts(
    List<Account> accounts, List<Format> formats, List<Target> unset, List<StageIdentity> stages) {
  /** Nothing to tell. */
  public static final StackFacts NONE = new StackFacts(List.of(), List.of(), List.of());

  public StackFacts(List<Account> accounts, List<Format> formats, List<Target> unset) {
    this(accounts, formats, unset, List.of());
  }

  /** The same with the names of its stages. */
  public StackFacts with(List<StageIdentity> named) {
    return new StackFacts(accounts, formats, unset, named);
  }

  /**
   * A resource that sets the account's logging role.
   *
   * @param earlier an earlier resource of the stack that sets the same role; null for none
   */
  public record Account(
      String resource,
      Language language,
      Span at,
      Target target,
      Finding.@Nullable Related earlier) {}

  /**
   * An account and Region.
   *
   * @param region null when it is not known
   * @param accounts the ids that it may have; empty when it may have any
   */
  public record Target(@Nullable String region, Set<String> accounts) {

    /** False when the code says that these are not the same. */
    public boolean mayBe(Target other) {
      return (region == null || other.region == null || region.equals(other.region))
          && (accounts.isEmpty()
              || other.accounts.isEmpty()
              || accounts.stream().anyMatch(other.accounts::contains));
    }

    /** True when the code says that these are the same. */
    public boolean isSure(Target other) {
      return region != null
          && region.equals(other.region)
          && accounts.size() == 1
          && accounts.equals(other.accounts);
    }
  }

  /**
   * The access log format of a stage.
   *
   * @param stage its id
   * @param api as in {@link StageFacts}
   * @param members the members of a JSON format and what they hold; of any other its variables,
   *     each by itself
   * @param broken true for JSON that is not valid, so that its members are not known
   * @param line the same for a new stage to repeat; null if anything is wrong with it but missing
   *     fields
   * @param bytes what one request writes, as an estimate
   * @param cost null when nothing is said of the number of requests
   */
  public record Format(
      String stage,
      String api,
      Span at,
      Map<String, String> members,
      boolean broken,
      @Nullable LogLine line,
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
