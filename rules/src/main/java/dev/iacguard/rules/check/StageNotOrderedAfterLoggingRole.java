package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks that a stage is created after the account's logging role: otherwise its creation can fail.
 */
public final class StageNotOrderedAfterLoggingRole extends Rule<AccountSetting, Policy> {
  public static final String ID = "IG306";

  private static final int MOST_SHOWN = 3;

  private static final Pattern NESTED_STACK = Pattern.compile("[^.]+\\.");
  private static final Pattern MODULE =
      Pattern.compile("module\\.[^.\\[]+(?:\\[(?:\"[^\"]*\"|[^\\]\"]*)\\])?\\.");

  StageNotOrderedAfterLoggingRole() {
    super(
        ID,
        "stage-not-ordered-after-logging-role",
        "Stage may be created before the logging role is set",
        Severity.WARNING);
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    if (!(setting instanceof AccountSetting.Declared declared)) {
      return Outcome.notApplicable();
    }
    List<Resource> sure = declared.stages().sure();
    List<Resource> perhaps = declared.stages().perhaps();
    if (!sure.isEmpty()) {
      return Outcome.fail(finding(declared.resource(), sure));
    }
    return perhaps.isEmpty()
        ? Outcome.pass()
        : Words.cannotTell(
            "whether the account's role is set before " + perhaps.get(0).address() + " is made",
            new Uncertainty(
                perhaps.get(0).isOfTemplate()
                    ? "not all that it depends on is known"
                    : "it depends on a whole module, which is not followed",
                "depend on the account setting itself",
                Origin.at(perhaps.get(0).header())));
  }

  /**
   * What lies in another module cannot be named: the calls wait for each other where both are seen.
   */
  private static String help(Resource setting, Resource stage) {
    String argument = setting.isOfTemplate() ? "DependsOn" : "depends_on";
    List<String> before = calls(setting);
    List<String> after = calls(stage);
    int common = 0;
    while (common < Math.min(before.size(), after.size())
        && before.get(common).equals(after.get(common))) {
      common++;
    }
    String first = before.size() == common ? setting.address().name() : called(before.get(common));
    return after.size() == common
        ? "add " + first + " to its " + argument
        : "add " + first + " to the " + argument + " of " + called(after.get(common));
  }

  /** Where a stage lies in another module or template, the call has to wait. */
  private static Fix fix(Resource setting, List<Resource> stages) {
    List<Intention> intentions = new ArrayList<>();
    for (Resource stage : stages) {
      if (!calls(setting).equals(calls(stage))) {
        return new Fix.Withheld(help(setting, stage));
      }
      intentions.add(new Intention.AddDependency(Target.of(stage), setting.declaredAs().name()));
    }
    return new Fix.Change(intentions.stream().distinct().toList());
  }

  /** The calls that lead to a resource, outermost first, as addresses name them. */
  private static List<String> calls(Resource resource) {
    Pattern call = resource.isOfTemplate() ? NESTED_STACK : MODULE;
    return call.matcher(resource.address().prefix()).results().map(MatchResult::group).toList();
  }

  /** A call as the module that makes it names it: {@code module.api}, a nested stack's id. */
  private static String called(String call) {
    int key = call.indexOf('[');
    return key < 0 ? call.substring(0, call.length() - 1) : call.substring(0, key);
  }

  private static Finding finding(Resource setting, List<Resource> stages) {
    String subject = stages.size() == 1 ? "stage may be" : stages.size() + " stages may be";
    return Finding.of(
            subject + " created before the account's logging role is set", stages.get(0).header())
        .helped(help(setting, stages.get(0)))
        .fixedBy(fix(setting, stages))
        .with(
            stages.stream()
                .skip(1)
                .limit(MOST_SHOWN)
                .map(stage -> new Related("so may " + stage.address(), stage.header()))
                .toList());
  }
}
