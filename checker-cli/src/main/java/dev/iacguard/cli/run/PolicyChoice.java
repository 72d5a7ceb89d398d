package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.Exclusion;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the policy file of a run and applies it to the rules. */
public final class PolicyChoice {
  public static final List<String> NAMES = List.of("iac-guard.yaml", "iac-guard.yml");

  /** More errors than this are counted, not shown. */
  private static final int MOST_SHOWN = 50;

  private PolicyChoice() {}

  /**
   * The rules under the policy that was named or is found, or else under the built-in one.
   *
   * @param named the file that was named, or null
   * @throws UsageException with every error of the policy
   */
  public static PolicyResult.Ready of(@Nullable String named, ResolvedInput resolvedInput) {
    return of(source(named, resolvedInput, resolvedInput.tree()), resolvedInput);
  }

  /**
   * The same with a policy that was found already.
   *
   * @param source null for the built-in one
   */
  public static PolicyResult.Ready of(@Nullable PolicySource source, ResolvedInput resolvedInput) {
    RulePack pack = InstalledRules.pack();
    if (source == null) {
      return new PolicyResult.Ready(
          pack, List.of(), false, resolvedInput.inputs(), null, Set.of(), Exclusion.NONE);
    }
    return ready(pack.configured(source));
  }

  /** The same, with what the policy says where there is no file too. */
  public static PolicyResult.Ready shown(@Nullable String named, ResolvedInput resolvedInput) {
    return written(source(named, resolvedInput, resolvedInput.tree()), resolvedInput);
  }

  /**
   * The same with a policy that was found already.
   *
   * @param source null for the built-in one
   */
  public static PolicyResult.Ready written(
      @Nullable PolicySource source, ResolvedInput resolvedInput) {
    return ready(configured(source, resolvedInput));
  }

  /** What the built-in policy says. */
  public static ConfigNode.Mapping builtIn(ResolvedInput resolvedInput) {
    return Objects.requireNonNull(written(null, resolvedInput).settings()).all();
  }

  /** What a policy comes to, be it in order or not; the built-in one for null. */
  public static PolicyResult configured(
      @Nullable PolicySource source, ResolvedInput resolvedInput) {
    PolicySource builtIn =
        new PolicySource(
            resolvedInput.tree(),
            null,
            resolvedInput.tree(),
            "",
            resolvedInput::inTree,
            resolvedInput.inputs());
    return InstalledRules.pack().configured(source == null ? builtIn : source);
  }

  private static PolicyResult.Ready ready(PolicyResult policyResult) {
    return switch (policyResult) {
      case PolicyResult.Ready ready -> ready;
      case PolicyResult.Refused refused -> throw new UsageException(words(refused.errors()));
    };
  }

  private static String words(List<ConfigError> errors) {
    List<String> lines = new ArrayList<>();
    lines.add("the policy cannot be used");
    errors.stream().limit(MOST_SHOWN).forEach(error -> lines.add(error.toString()));
    if (errors.size() > MOST_SHOWN) {
      lines.add("and " + (errors.size() - MOST_SHOWN) + " more errors");
    }
    return String.join("\n", lines);
  }

  /**
   * Null when there is no policy file.
   *
   * @param tree the files that are judged; a file that is named may be on disk alone
   */
  public static @Nullable PolicySource source(
      @Nullable String named, ResolvedInput resolvedInput, SourceTree tree) {
    Inputs inputs = resolvedInput.inputs();
    if (named == null) {
      return nearest(resolvedInput, tree, tree);
    }
    Path file = new NamedPaths(resolvedInput.folder()).file("--config", named);
    String path = resolvedInput.tree().pathOf(file);
    if (path != null && resolvedInput.tree().mayRead(path)) {
      SourceTree holder = tree.isFile(path) ? tree : resolvedInput.tree();
      return new PolicySource(
          holder, path, tree, Paths.folder(path), resolvedInput::inTree, inputs);
    }
    // A policy from elsewhere may consist of what lies in its own folder.
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      FolderTree policyTree = FolderTree.at(folder, resolvedInput.folder());
      return new PolicySource(policyTree, named(file), tree, "", resolvedInput::inTree, inputs);
    } catch (IOException e) {
      throw new UsageException("cannot read " + named + ": " + Output.reason(e));
    }
  }

  /**
   * The policy that is found at or above what is checked; null when there is none.
   *
   * @param tree where it is looked for: the files that are judged, or an earlier state of them
   * @param checked the files that are judged
   */
  public static @Nullable PolicySource nearest(
      ResolvedInput resolvedInput, SourceTree tree, SourceTree checked) {
    String found = found(resolvedInput, tree);
    return found == null
        ? null
        : new PolicySource(
            tree,
            found,
            checked,
            Paths.folder(found),
            resolvedInput::inTree,
            resolvedInput.inputs());
  }

  private static String named(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The nearest file at or above what is checked; the same for all of it. */
  private static @Nullable String found(ResolvedInput resolvedInput, SourceTree tree) {
    Map<String, String> found = new TreeMap<>();
    for (String path : resolvedInput.named()) {
      String policy = above(tree, path);
      found.putIfAbsent(policy == null ? "" : policy, path);
    }
    if (found.size() > 1) {
      List<String> each = new ArrayList<>();
      found.forEach(
          (policy, path) ->
              each.add(
                  resolvedInput.tree().shown(path)
                      + " has "
                      + (policy.isEmpty() ? "none" : resolvedInput.tree().shown(policy))));
      throw new UsageException(
          "the paths have different policies: "
              + String.join(", ", each)
              + "; check them one by one, or choose one with --config");
    }
    String only = found.isEmpty() ? "" : found.keySet().iterator().next();
    return only.isEmpty() ? null : only;
  }

  private static @Nullable String above(SourceTree tree, String path) {
    String folder = tree.isFolder(path) ? path : Paths.folder(path);
    while (true) {
      String here = folder;
      List<String> policies =
          NAMES.stream().map(name -> Paths.in(here, name)).filter(tree::isFile).toList();
      if (policies.size() > 1) {
        throw new UsageException(
            "there are two policies, "
                + String.join(" and ", policies.stream().map(tree::shown).toList())
                + "; remove one");
      }
      if (!policies.isEmpty()) {
        return policies.get(0);
      }
      if (folder.isEmpty()) {
        return null;
      }
      folder = Paths.folder(folder);
    }
  }
}
