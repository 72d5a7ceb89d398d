package dev.iacguard.core.rule.pack;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.TreeReport;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of rules with the view they share, found through {@link java.util.ServiceLoader}. */
public interface RulePack {

  /**
   * Every rule of the pack, sorted by id, those about input among them. Those about input have the
   * severity that the policy gives them; verdicts tell that of all others.
   */
  List<RuleInfo> rules();

  /** The rule's Markdown page, front matter included, or null when there is no such rule. */
  @Nullable String page(String ruleId);

  /** These rules under a policy file; nothing is read before. */
  default PolicyResult configured(PolicySource source) {
    SourceFile file = new SourceFile(String.valueOf(source.path()), "");
    return new PolicyResult.Refused(
        List.of(new ConfigError(file.all(), "these rules take no policy")));
  }

  /**
   * Every type of resource that the rules read, those of the policy's own rules among them. Of
   * plans and states only these are kept.
   */
  default List<ReadType> resourceTypes() {
    return List.of();
  }

  /**
   * Those meanings that an access log tells, and those that this kind of API cannot tell.
   *
   * @param api the kind of API, as in the facts of a stage
   * @param meanings as the policy writes them
   * @param variables those of the format
   */
  default List<String> told(String api, List<String> meanings, List<String> variables) {
    return meanings;
  }

  /**
   * The variables that a kind of API logs the value of, in the order to offer them.
   *
   * @param api the kind of API, as in the facts of a stage
   */
  default List<LogVariable> logVariables(String api) {
    return List.of();
  }

  /** The keys of values that a fix may need from the user, such as those of required tags. */
  default Set<String> givenKeys() {
    return Set.of();
  }

  /**
   * What a new stage needs under the policy; null when no stage can comply with it.
   *
   * @param api the kind of API, as in the facts of a stage
   * @param stack the name of the stack that the stage will be in
   */
  default @Nullable StageRequirements requirements(String api, String stack) {
    return null;
  }

  /** The policy as files that AWS evaluates, with a page that says what they keep. */
  default List<NewFile> export(ExportTarget target) {
    return List.of();
  }

  /** What log events cost under the policy; null when the pack knows no prices. */
  default @Nullable LogIngestion ingestion() {
    return null;
  }

  /** Runs the tests that the policy has beside its own rules, in the order they are written. */
  default List<RuleTestResult> testRules() {
    return List.of();
  }

  /**
   * Judges every subject of the stack. Problems of the stack are taken over. Several stacks may be
   * judged at the same time.
   *
   * @param work is charged; the same that the stack charges
   */
  StackReport judge(Stack stack, WorkBudget work);

  /** Judges a stack by itself, with the usual bounds. */
  default StackReport judge(Stack stack) {
    return judge(stack, new WorkBudget());
  }

  /**
   * Looks at all stacks of the tree together, after each has been judged by itself.
   *
   * @param stacks in the order they were found
   */
  default TreeReport judgeTree(List<StackReport> stacks) {
    return new TreeReport(stacks, PortfolioStatistics.NONE);
  }

  /**
   * The same, and compares the code with what is deployed.
   *
   * @param deployed what exports say of the accounts that the code is deployed to
   */
  default TreeReport judgeTree(List<StackReport> stacks, List<DeployedAccount> deployed) {
    return judgeTree(stacks);
  }
}
