package dev.iacguard.cli.run;

import dev.iacguard.cli.change.PolicyComparison;
import dev.iacguard.cli.change.Weakening;
import dev.iacguard.cli.git.Difference;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a change edits of the policy in the repository. */
final class PolicyEdits {
  private final ResolvedInput resolvedInput;
  private final RevisionComparison revisionComparison;
  private final boolean elsewhere;
  private final @Nullable PolicySource now;
  private final PolicyResult read;
  private Severity severity;

  PolicyEdits(
      InputOptions options,
      ResolvedInput resolvedInput,
      RevisionComparison revisionComparison,
      Trust trust) {
    this.resolvedInput = resolvedInput;
    this.revisionComparison = revisionComparison;
    @Nullable PolicySource judging = trust.source();
    this.elsewhere = !trust.fromBase() && judging != null && !revisionComparison.holds(judging);
    this.now = trust.fromBase() ? current(options) : judging;
    this.read = PolicyChoice.configured(now, resolvedInput);
    this.severity = severity(read);
  }

  /** The policy that the change would leave behind. */
  private @Nullable PolicySource current(InputOptions options) {
    @Nullable String named = options.policy().file();
    @Nullable PolicySource given =
        named == null ? null : PolicyChoice.source(named, resolvedInput, revisionComparison.tree());
    return given != null && revisionComparison.holds(given)
        ? given
        : PolicyChoice.nearest(resolvedInput, revisionComparison.tree(), revisionComparison.tree());
  }

  /** The most that the finding weighs at any end that was asked for. */
  Severity severity() {
    return severity;
  }

  List<Weakening> since(Difference since) {
    if (elsewhere || !mayMatter(since.changed())) {
      return List.of();
    }
    @Nullable PolicySource then = then(since.base());
    if (then == null && now == null) {
      return List.of();
    }
    PolicyResult before = PolicyChoice.configured(then, resolvedInput);
    Severity earlier = severity(before);
    severity = earlier.compareTo(severity) > 0 ? earlier : severity;
    if (before instanceof PolicyResult.Ready old && read instanceof PolicyResult.Ready fresh) {
      return compare(then, all(old), all(fresh), old.pack());
    }
    String end = read instanceof PolicyResult.Ready ? "before this change" : "now";
    return List.of(
        new Weakening("policy", end(then), "policy is changed and could not be read " + end));
  }

  /** Files that a policy began or ceased to extend are in a file that changed itself. */
  private boolean mayMatter(Set<String> changed) {
    Set<String> files = read instanceof PolicyResult.Ready ready ? ready.files() : Set.of();
    return changed.stream()
        .anyMatch(path -> files.contains(path) || path.endsWith(".yaml") || path.endsWith(".yml"));
  }

  private @Nullable PolicySource then(SourceTree base) {
    @Nullable PolicySource policy = now;
    @Nullable String path = policy == null ? null : policy.path();
    boolean found = path == null || PolicyChoice.NAMES.contains(Paths.name(path));
    if (policy == null || path == null || found) {
      return PolicyChoice.nearest(resolvedInput, base, revisionComparison.tree());
    }
    return base.isFile(path) ? revisionComparison.at(base, policy, path) : null;
  }

  private List<Weakening> compare(
      @Nullable PolicySource then,
      ConfigNode.Mapping old,
      ConfigNode.Mapping fresh,
      RulePack rules) {
    Map<String, String> ids = PolicyChanges.ids(rules);
    String prefix = prefix(then);
    return PolicyComparison.of(
            old, fresh, defaults(), end(then), place(then), name -> ids.getOrDefault(name, name))
        .stream()
        .map(edit -> new Weakening(edit.key(), edit.at(), prefix + edit.message()))
        .toList();
  }

  /** What became of the file, where it is not the same one. */
  private String prefix(@Nullable PolicySource then) {
    @Nullable String before = then == null ? null : then.path();
    @Nullable String after = now == null ? null : now.path();
    if (Objects.equals(before, after)) {
      return "";
    }
    if (before == null) {
      return resolvedInput.tree().shown(String.valueOf(after)) + " is added: ";
    }
    return after == null
        ? resolvedInput.tree().shown(before) + " is removed: "
        : resolvedInput.tree().shown(after)
            + " shadows "
            + resolvedInput.tree().shown(before)
            + ": ";
  }

  /** The folder that the policy is for; empty for everything. */
  private String place(@Nullable PolicySource then) {
    PolicySource policy = now == null ? then : now;
    String base = policy == null ? "" : policy.base();
    return base.isEmpty() ? "" : resolvedInput.tree().shown(base) + "/";
  }

  private Span end(@Nullable PolicySource then) {
    @Nullable PolicySource policy = now == null ? then : now;
    String path = policy == null || policy.path() == null ? "" : policy.path();
    return new SourceFile(resolvedInput.tree().shown(path), "").all();
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    InstalledRules.pack()
        .rules()
        .forEach(
            rule ->
                defaults.put(
                    "rules." + rule.id(), rule.severity().name().toLowerCase(Locale.ROOT)));
    for (String key : List.of("waivers-need-expiry", "policy-from-base", "no-inline-ignores")) {
      defaults.put(key, "false");
    }
    return defaults;
  }

  private static ConfigNode.Mapping all(PolicyResult.Ready policy) {
    return Objects.requireNonNull(policy.settings()).all();
  }

  private static Severity severity(PolicyResult policy) {
    return policy instanceof PolicyResult.Ready ready
        ? PolicyChanges.severity(ready.pack())
        : Severity.WARNING;
  }
}
