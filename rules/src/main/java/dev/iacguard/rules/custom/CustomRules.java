package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.RuleTestResult;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.role.LoggingRole;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The custom rules of a policy, by the kind of subject they judge. They need nothing else of the
 * policy.
 */
public final class CustomRules {
  /** More rules than this are not taken. */
  public static final int MOST = 200;

  /** For a policy that has none; nothing of CEL is loaded for it. */
  public static final CustomRules NONE = new CustomRules(List.of());

  private final List<CompiledRule> rules;

  private CustomRules(List<CompiledRule> rules) {
    this.rules = rules;
  }

  /**
   * @param problems what is wrong with the rules, each at its place in the policy
   */
  public record Compiled(CustomRules rules, List<Problem> problems) {}

  /** Reads the expressions. A rule with a problem is left out. */
  public static Compiled compile(List<CustomRule> texts) {
    List<Problem> problems = new ArrayList<>();
    Expressions expressions = new Expressions(problems);
    List<CompiledRule> rules = new ArrayList<>();
    for (CustomRule text : texts) {
      CompiledRule rule = CompiledRule.of(text, expressions, problems);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return new Compiled(new CustomRules(List.copyOf(rules)), List.copyOf(problems));
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public List<RuleInfo> infos() {
    return rules.stream().map(rule -> rule.rule().info()).toList();
  }

  /** What {@code explain} prints of a rule, or null when there is no such rule. */
  public @Nullable String page(String id) {
    for (CompiledRule rule : rules) {
      if (rule.rule().info().id().equals(id)) {
        return RulePages.of(rule.rule());
      }
    }
    return null;
  }

  public <P> List<Rule<Stage, P>> ofStages() {
    return of(
        Target.Kind.STAGE,
        (rule, stage) -> {
          CelInputBuilder into = new CelInputBuilder(stage.scenario(), rule.uses(), "stage");
          CelInputs.stage(stage, into);
          return rule.judge(into.build(), stage.resource().header());
        });
  }

  /** A log group that the code does not declare is not judged. */
  public <P> List<Rule<LogDestination, P>> ofLogGroups() {
    return of(
        Target.Kind.LOG_GROUP,
        (rule, target) -> {
          if (!(target.destination() instanceof Destination.LogGroup log)) {
            return Outcome.notApplicable();
          }
          CelInputBuilder into =
              new CelInputBuilder(log.group().scenario(), rule.uses(), "logGroup");
          CelInputs.logGroup(log.group(), into);
          return rule.judge(into.build(), log.group().resource().header());
        });
  }

  /** A role that the code does not declare is not judged. */
  public <P> List<Rule<AccountSetting, P>> ofRoles() {
    return of(
        Target.Kind.ROLE,
        (rule, setting) -> {
          if (!(setting instanceof AccountSetting.Declared account)
              || !(account.role() instanceof LoggingRole.Declared role)) {
            return Outcome.notApplicable();
          }
          CelInputBuilder into = new CelInputBuilder(role.role().scenario(), rule.uses(), "role");
          CelInputs.role(role, into);
          return rule.judge(into.build(), role.role().resource().header());
        });
  }

  public <P> List<Rule<SeenStack, P>> ofStacks() {
    return of(
        Target.Kind.STACK,
        (rule, stack) -> {
          CelInputBuilder into = new CelInputBuilder(stack.scenario(), rule.uses(), "stack");
          CelInputs.stack(stack, into);
          return rule.judge(into.build(), stack.at());
        });
  }

  /** The types of resources that rules are for, in alphabetical order. */
  public SortedSet<String> resourceTypes() {
    SortedSet<String> types = new TreeSet<>();
    for (CompiledRule rule : rules) {
      if (rule.rule().target().kind() == Target.Kind.RESOURCE) {
        types.add(rule.rule().target().type());
      }
    }
    return types;
  }

  public <P> List<Rule<SeenResource, P>> ofResources(String type) {
    List<Rule<SeenResource, P>> found = new ArrayList<>();
    for (CompiledRule rule : rules) {
      if (rule.rule().target().equals(new Target(Target.Kind.RESOURCE, type))) {
        found.add(new Asked<>(rule, CustomRules::ask));
      }
    }
    return found;
  }

  private static Outcome ask(CompiledRule rule, SeenResource seen) {
    CelInputBuilder into = new CelInputBuilder(seen.scenario(), rule.uses(), "resource");
    CelInputs.resource(seen.resource(), into);
    return rule.judge(into.build(), seen.resource().header());
  }

  private interface Question<S> {
    Outcome ask(CompiledRule rule, S subject);
  }

  private static final class Asked<S, P> extends Rule<S, P> {
    private final CompiledRule rule;
    private final Question<S> question;

    Asked(CompiledRule rule, Question<S> question) {
      super(rule.rule().info());
      this.rule = rule;
      this.question = question;
    }

    @Override
    public Outcome check(S subject, P policy) {
      return question.ask(rule, subject);
    }
  }

  private <S, P> List<Rule<S, P>> of(Target.Kind kind, Question<S> question) {
    List<Rule<S, P>> found = new ArrayList<>();
    for (CompiledRule rule : rules) {
      if (rule.rule().target().kind() == kind) {
        found.add(new Asked<>(rule, question));
      }
    }
    return found;
  }

  /** Runs the tests that are written beside the rules, in the order they are written. */
  public List<RuleTestResult> test() {
    List<RuleTestResult> results = new ArrayList<>();
    for (CompiledRule rule : rules) {
      for (RuleTest test : rule.rule().tests()) {
        results.add(RuleTester.run(rule, test));
      }
    }
    return List.copyOf(results);
  }
}
