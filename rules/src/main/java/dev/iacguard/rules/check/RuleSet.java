package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.source.Order;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists every built-in rule, by the kind of subject it judges. */
public final class RuleSet {
  private static final String PAGES = "/dev/iacguard/rules/";

  public static final List<Rule<Stage, Policy>> STAGE =
      List.of(
          new StageWithoutAccessLog(),
          new StageCreatedWithoutAccessLog(),
          new InvalidLogDestination(),
          new LogFormatLacksRequiredField(),
          new LogFormatUnknownVariable(),
          new LogFormatNotStructured(),
          new LogFormatRefused(),
          new LogFormatLeaksSecret(),
          new StageWithoutRequiredTags(),
          new DataTraceEnabled());

  public static final List<Rule<LogDestination, Policy>> LOG_TARGET =
      List.of(
          new LogGroupNeverExpires(),
          new LogGroupRetentionOutsidePolicy(),
          new LogGroupWithoutRequiredTags(),
          new LogGroupNotInCode(),
          new LogGroupClassUnsuitable(),
          new LogGroupUnencrypted(),
          new LogGroupCanBeDeleted());

  public static final List<Rule<AccountSetting, Policy>> ACCOUNT =
      List.of(
          new LoggingRoleNotSet(),
          new LoggingRoleNotApproved(),
          new LoggingRoleNotAssumable(),
          new LoggingRoleTooPermissive(),
          new LoggingRoleCannotWrite(),
          new StageNotOrderedAfterLoggingRole());

  /** Asked about every stage, answered once for a stack. */
  public static final List<Rule<Stage, Policy>> STACK =
      List.of(new LogFormatCostly(), new NoAlarmOnErrors());

  /** Asked about every stack when all have been judged by themselves. */
  public static final List<Rule<StackInTree, Policy>> TREE =
      List.of(new LoggingRoleOwnedTwice(), new LogFormatDiffers());

  /** Asked about every stage that exports show. */
  public static final List<Rule<DeployedStage, Policy>> DEPLOYED =
      List.of(new DeployedStageNotInCode());

  /** Asked about every stage of the code that exports show. */
  public static final List<Rule<DeployedStage, Policy>> DRIFT = List.of(new DeployedStageDiffers());

  /** The ids of rules about formats, but for the one that asks for fields. */
  public static final Set<String> FORMATS_WRONG =
      STAGE.stream()
          .filter(rule -> rule instanceof LogFormatRule)
          .filter(rule -> !(rule instanceof LogFormatLacksRequiredField))
          .map(rule -> rule.info().id())
          .collect(Collectors.toUnmodifiableSet());

  private RuleSet() {}

  /** Sorted by id. */
  public static List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>(InputRules.INFOS);
    STAGE.forEach(rule -> infos.add(rule.info()));
    LOG_TARGET.forEach(rule -> infos.add(rule.info()));
    ACCOUNT.forEach(rule -> infos.add(rule.info()));
    STACK.forEach(rule -> infos.add(rule.info()));
    TREE.forEach(rule -> infos.add(rule.info()));
    DEPLOYED.forEach(rule -> infos.add(rule.info()));
    DRIFT.forEach(rule -> infos.add(rule.info()));
    infos.sort(Order.by(RuleInfo::id));
    return List.copyOf(infos);
  }

  /** The page of a built-in rule, as Markdown; null when there is none. */
  public static @Nullable String page(String ruleId) {
    try (InputStream page = RuleSet.class.getResourceAsStream(PAGES + ruleId + ".md")) {
      return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
