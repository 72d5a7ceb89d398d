package dev.iacguard.rules.export;

import dev.iacguard.core.rule.pack.ExportTarget;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Exports a policy to what AWS evaluates itself. */
public final class PolicyExport {
  private PolicyExport() {}

  /**
   * The files, a page that says what they keep among them.
   *
   * @param environments the names of the policy's environments, which no export keeps
   */
  public static List<NewFile> files(Policy policy, ExportTarget target, List<String> environments) {
    return switch (target) {
      case CONFIG -> config(policy, environments);
      case GUARD_HOOK -> hook(policy, environments);
      case SCP -> controlPolicy(policy, environments);
    };
  }

  private static List<NewFile> config(Policy policy, List<String> environments) {
    Set<String> written = new TreeSet<>();
    List<ConfigRule> rules = new ArrayList<>();
    for (StagePaths stage : StagePaths.ITEMS) {
      List<GuardRule> all = new StageRules(policy, stage).all();
      List<String> tooLong = GuardText.tooLong(all, stage);
      all.stream().map(GuardRule::id).filter(id -> !tooLong.contains(id)).forEach(written::add);
      List<String> texts = GuardText.ofItems(all, stage);
      for (int i = 0; i < texts.size(); i++) {
        String number = texts.size() == 1 ? "" : "-" + (i + 1);
        rules.add(
            new ConfigRule("access-logs-of-" + stage.label() + number, stage.type(), texts.get(i)));
      }
    }
    List<NewFile> files = new ArrayList<>();
    rules.forEach(rule -> files.add(new NewFile(rule.name() + ".guard", rule.text())));
    files.add(new NewFile("conformance-pack.yaml", ConfigRule.conformancePack(rules)));
    files.add(new NewFile("main.tf", ConfigRule.terraform(rules)));
    List<Kept> kept = Kept.all(policy, ExportTarget.CONFIG, written);
    files.add(new NewFile("README.md", ExportReadme.config(kept, environments)));
    return List.copyOf(files);
  }

  private static List<NewFile> hook(Policy policy, List<String> environments) {
    Set<String> written = new TreeSet<>();
    for (StagePaths stage : StagePaths.PROPERTIES) {
      new StageRules(policy, stage).all().forEach(rule -> written.add(rule.id()));
    }
    List<Kept> kept = Kept.all(policy, ExportTarget.GUARD_HOOK, written);
    return List.of(
        new NewFile("access-logs.guard", GuardText.ofResources(policy)),
        new NewFile("hook.yaml", GuardHook.TEMPLATE),
        new NewFile("README.md", ExportReadme.hook(kept, environments)));
  }

  private static List<NewFile> controlPolicy(Policy policy, List<String> environments) {
    ControlPolicy written = ControlPolicy.of(policy);
    Map<String, String> partly = written.partly();
    List<Kept> kept = Kept.all(policy, ExportTarget.SCP, partly.keySet(), partly::get);
    return List.of(
        new NewFile("scp.json", written.text()),
        new NewFile("README.md", ExportReadme.controlPolicy(kept, environments)));
  }
}
