package dev.iacguard.cli.run;

import dev.iacguard.cli.change.PolicyComparison;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigText;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a run trusts: which policy judges, and whether ignore comments count. Both can be
 * said by options, and by a policy file that {@code --config} names; never by a file that is found
 * in the code.
 *
 * @param source the policy; null for the built-in one
 * @param policy the same, read
 * @param fromBase whether it is the one of the revision that a change is compared with
 * @param inline whether exceptions beside the code count
 */
public record Trust(
    @Nullable PolicySource source, PolicyResult.Ready policy, boolean fromBase, boolean inline) {
  private static final String FROM_BASE = "policy-from-base";
  private static final String NO_INLINE = "no-inline-ignores";

  /**
   * @throws UsageException when the policy cannot be used
   */
  public static Trust of(
      InputOptions options, ResolvedInput asked, RevisionComparison revisionComparison) {
    boolean inline = !options.policy().noInlineIgnores();
    @Nullable String named = options.policy().file();
    if (named != null) {
      return named(named, options.policy().fromBase(), inline, asked, revisionComparison);
    }
    return found(options.policy().fromBase(), inline, asked, revisionComparison);
  }

  private static Trust found(
      boolean fromBase,
      boolean inline,
      ResolvedInput asked,
      RevisionComparison revisionComparison) {
    SourceTree tree =
        fromBase ? Objects.requireNonNull(revisionComparison.base()) : revisionComparison.tree();
    @Nullable PolicySource source = PolicyChoice.nearest(asked, tree, revisionComparison.tree());
    PolicyResult.Ready policy = PolicyChoice.of(source, asked);
    for (String key : List.of(FROM_BASE, NO_INLINE)) {
      @Nullable ConfigNode said = said(policy, key);
      if (said != null) {
        throw new UsageException(said.at() + ": only a file given with --config can say " + key);
      }
    }
    return new Trust(source, policy, fromBase, inline);
  }

  private static Trust named(
      String named,
      boolean option,
      boolean inlineOption,
      ResolvedInput asked,
      RevisionComparison revisionComparison) {
    PolicySource given =
        Objects.requireNonNull(PolicyChoice.source(named, asked, revisionComparison.tree()));
    PolicyResult.Ready policy = PolicyChoice.of(given, asked);
    @Nullable PolicySource before = before(given, revisionComparison);
    // What a file in the repository said before counts too, or the change could take it back.
    boolean keyed = says(policy, before, FROM_BASE, asked);
    boolean inline = inlineOption && !says(policy, before, NO_INLINE, asked);
    if (!option && !keyed) {
      return new Trust(given, policy, false, inline);
    }
    if (revisionComparison.base() == null) {
      throw new UsageException(FROM_BASE + " in " + named + " needs --diff-base or --staged");
    }
    if (before != null) {
      return new Trust(before, PolicyChoice.of(before, asked), true, inline);
    }
    if (revisionComparison.holds(given)) {
      throw new UsageException("the base revision has no " + named + " to take the policy from");
    }
    if (!keyed || saysMore(policy, asked)) {
      throw new UsageException(
          named + " has policy keys of its own, so the policy of the base revision cannot be used");
    }
    return found(true, inline, asked, revisionComparison);
  }

  /** The same file in the earlier state; null when it is not there. */
  private static @Nullable PolicySource before(
      PolicySource given, RevisionComparison revisionComparison) {
    @Nullable SourceTree base = revisionComparison.base();
    @Nullable String path = given.path();
    return base == null || path == null || !revisionComparison.holds(given) || !base.isFile(path)
        ? null
        : revisionComparison.at(base, given, path);
  }

  private static boolean says(
      PolicyResult.Ready policy, @Nullable PolicySource before, String key, ResolvedInput asked) {
    if (isTrue(said(policy, key))) {
      return true;
    }
    return before != null
        && PolicyChoice.configured(before, asked) instanceof PolicyResult.Ready earlier
        && isTrue(said(earlier, key));
  }

  /** Whether there is more in it than the two keys. */
  private static boolean saysMore(PolicyResult.Ready policy, ResolvedInput asked) {
    ConfigNode.Mapping all = Objects.requireNonNull(policy.settings()).all();
    ConfigNode.Mapping builtIn =
        Objects.requireNonNull(PolicyChoice.written(null, asked).settings()).all();
    return !PolicyComparison.of(
            builtIn,
            all.without(List.of(FROM_BASE, NO_INLINE)),
            Map.of(),
            all.at(),
            "",
            UnaryOperator.identity())
        .isEmpty();
  }

  private static boolean isTrue(@Nullable ConfigNode said) {
    return said != null && ConfigText.of(said).equals("true");
  }

  private static @Nullable ConfigNode said(PolicyResult.Ready policy, String key) {
    PolicyResult.Settings settings = policy.settings();
    return settings == null ? null : settings.all().get(key);
  }
}
