package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Waiver;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.Exclusion;
import dev.iacguard.core.source.PathGlob;
import dev.iacguard.core.source.Paths;
import dev.iacguard.rules.custom.CustomRules;
import dev.iacguard.rules.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Builds the configuration of a run from a policy file. */
public final class PolicyConfiguration {
  /** The rules about input that a waiver may name a path for. */
  private static final Set<String> INPUT = Set.of(Problem.UNREADABLE, Problem.NOT_AVAILABLE);

  private final PolicySource source;
  private final List<ConfigError> errors = new ArrayList<>();

  private PolicyConfiguration(PolicySource source) {
    this.source = source;
  }

  /**
   * @param rules every rule there is
   * @param pack makes the rules under policies
   */
  public static PolicyResult read(
      PolicySource source, List<RuleInfo> rules, BiFunction<Policies, CustomRules, RulePack> pack) {
    return new PolicyConfiguration(source).read(rules, pack);
  }

  private PolicyResult read(
      List<RuleInfo> rules, BiFunction<Policies, CustomRules, RulePack> pack) {
    RuleNames names = new RuleNames(rules);
    PolicyFiles files = new PolicyFiles(source.tree(), PolicyKeys.all(rules), names, errors);
    Mapping settings = files.read(source.path());
    if (!errors.isEmpty()) {
      return new PolicyResult.Refused(List.copyOf(errors));
    }
    Policy policy = PolicyReader.read(settings, null, errors);
    names.checkRules(settings, true, errors);
    List<Environment> environments = environments(settings);
    environments.forEach(environment -> names.checkRules(environment.settings(), false, errors));
    CustomRules custom = CustomRuleReader.read(settings, rules, errors);
    List<Waiver> waivers = waivers(settings, names);
    Inputs inputs = inputs(settings);
    Exclusion exclusion = exclusion(settings);
    if (!errors.isEmpty()) {
      return new PolicyResult.Refused(List.copyOf(errors));
    }
    StackPaths paths = new StackPaths(source, inputs);
    Policies policies = new Policies(settings, policy, environments, paths::of);
    return new PolicyResult.Ready(
        pack.apply(policies, custom),
        waivers,
        Boolean.parseBoolean(Nodes.text(settings.get("waivers-need-expiry"))),
        inputs,
        new Written(policies, settings),
        files.paths(),
        exclusion);
  }

  private record Written(Policies policies, Mapping all) implements PolicyResult.Settings {
    @Override
    public Mapping of(String stack, @Nullable String stage) {
      return policies.of(stack).settings(stage);
    }
  }

  private List<Environment> environments(Mapping settings) {
    List<Environment> environments = new ArrayList<>();
    for (ConfigNode item : Nodes.items(settings.get("environments"))) {
      Environment environment = Environment.of((Mapping) item, errors);
      environments.add(environment);
      List<ConfigError> own = new ArrayList<>();
      PolicyReader.read(Layers.over(settings, environment.settings()), null, own);
      own.stream().filter(error -> !errors.contains(error)).forEach(errors::add);
    }
    return List.copyOf(environments);
  }

  private List<Waiver> waivers(Mapping settings, RuleNames names) {
    List<Waiver> waivers = new ArrayList<>();
    for (ConfigNode item : Nodes.items(settings.get("waivers"))) {
      Mapping waiver = (Mapping) item;
      String rule = Nodes.neededText(waiver.get("rule"));
      names.check(rule, Objects.requireNonNull(waiver.get("rule")).at(), errors);
      checkSubject(waiver, INPUT.contains(names.id(rule)));
      waivers.add(
          new Waiver(
              rule,
              Objects.requireNonNullElse(Nodes.text(waiver.get("resource")), "*"),
              path(waiver.get("path")),
              Nodes.neededText(waiver.get("reason")),
              date(waiver.get("since")),
              date(waiver.get("until")),
              waiver.at()));
    }
    return List.copyOf(waivers);
  }

  /** What could not be analysed is in a file; everything else is found at a resource. */
  private void checkSubject(Mapping waiver, boolean isInput) {
    String needed = isInput ? "path" : "resource";
    if (waiver.get(needed) == null) {
      errors.add(new ConfigError(waiver.at(), needed + " is missing"));
    }
    ConfigNode resource = waiver.get("resource");
    if (isInput && resource != null) {
      String message = "what could not be analysed has no address; name its path alone";
      errors.add(new ConfigError(resource.at(), message));
    }
  }

  private Exclusion exclusion(Mapping settings) {
    List<String> patterns = new ArrayList<>();
    for (ConfigNode item : Nodes.items(settings.get("exclude"))) {
      patterns.add(Objects.requireNonNullElse(path(item), ""));
    }
    return Exclusion.of(patterns);
  }

  private static @Nullable LocalDate date(@Nullable ConfigNode node) {
    String text = Nodes.text(node);
    return text == null ? null : LocalDate.parse(text);
  }

  private @Nullable String path(@Nullable ConfigNode node) {
    if (node == null) {
      return null;
    }
    String pattern = Nodes.neededText(node);
    if (PathGlob.of(pattern) == null) {
      errors.add(new ConfigError(node.at(), PatternErrors.of(pattern)));
    }
    return Paths.in(source.base(), pattern);
  }

  /** The command line's variants win over those of the policy. */
  private Inputs inputs(Mapping settings) {
    Inputs given = source.inputs();
    if (!(settings.at("terraform", "variants") instanceof Mapping variants)) {
      return given;
    }
    List<Variant> all = new ArrayList<>();
    variants.entries().forEach((name, entry) -> all.add(new Variant(name, files(entry.value()))));
    return given.variants().isEmpty() ? given.with(List.copyOf(all)) : given;
  }

  private List<String> files(ConfigNode list) {
    List<String> files = new ArrayList<>();
    for (ConfigNode item : Nodes.items(list)) {
      String path = Paths.resolve(source.base(), Nodes.neededText(item));
      if (path == null) {
        errors.add(new ConfigError(item.at(), "the file is outside the repository"));
      }
      files.add(Objects.requireNonNullElse(path, ""));
    }
    return List.copyOf(files);
  }
}
