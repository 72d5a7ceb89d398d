package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses the policy that applies to a stack and stage. Safe for use by several threads. */
public final class Policies {
  private final Mapping settings;
  private final List<Environment> environments;
  private final Function<String, List<String>> paths;
  private final Map<List<Environment>, Read> known = new ConcurrentHashMap<>();

  /**
   * @param settings the policy for everything that no environment speaks of
   * @param paths of a stack by its name: its own and those of its variable files
   */
  Policies(
      Mapping settings,
      Policy policy,
      List<Environment> environments,
      Function<String, List<String>> paths) {
    this.settings = settings;
    this.environments = environments;
    this.paths = paths;
    known.put(List.of(), new Read(policy, List.of()));
  }

  /**
   * @param problems what several environments make of the policy together and none by itself
   */
  private record Read(Policy policy, List<Problem> problems) {}

  /** One policy for everything. */
  public static Policies of(Policy policy) {
    Mapping nothing = new Mapping(new SourceFile("", "").all(), Map.of());
    return new Policies(nothing, policy, List.of(), stack -> List.of());
  }

  /** For what no environment speaks of: the tree as a whole. */
  public Policy all() {
    return read(List.of()).policy();
  }

  /** The names of the environments, in the order they are written. */
  public List<String> environments() {
    return environments.stream()
        .map(environment -> Objects.requireNonNullElse(environment.name(), "one without a name"))
        .toList();
  }

  /** The keys of all tags that some environment requires, sorted. */
  public Set<String> requiredTags() {
    Set<String> keys = new TreeSet<>();
    List<List<Environment>> each = new ArrayList<>(List.of(List.of()));
    environments.forEach(environment -> each.add(List.of(environment)));
    for (List<Environment> fitting : each) {
      Policy policy = read(fitting).policy();
      policy.stage().requiredTags().forEach(tag -> keys.add(tag.key()));
      policy.logGroup().requiredTags().forEach(tag -> keys.add(tag.key()));
    }
    return keys;
  }

  /** Those of one stack. */
  public OfStack of(String stack) {
    List<String> stackPaths = environments.isEmpty() ? List.of() : paths.apply(stack);
    return new OfStack(
        environments.stream().filter(environment -> environment.fitsStack(stackPaths)).toList());
  }

  private Read read(List<Environment> fitting) {
    return known.computeIfAbsent(fitting, this::together);
  }

  private Read together(List<Environment> fitting) {
    String name = null;
    List<String> places = new ArrayList<>();
    for (Environment environment : fitting) {
      name = environment.name() == null ? name : environment.name();
      places.add(environment.settings().at().toString());
    }
    List<ConfigError> errors = new ArrayList<>();
    Policy policy = PolicyReader.read(settings(fitting), name, errors);
    String together = " where these environments meet: " + String.join(", ", places);
    return new Read(
        policy,
        errors.stream()
            .map(error -> Problem.unreadable(error.at(), error.message() + together))
            .toList());
  }

  private Mapping settings(List<Environment> fitting) {
    Mapping all = settings;
    for (Environment environment : fitting) {
      all = Layers.over(all, environment.settings());
    }
    return all;
  }

  /** The policies that hold in one stack. */
  public final class OfStack {
    private final List<Environment> fitting;
    private final Set<Problem> problems = new LinkedHashSet<>();

    private OfStack(List<Environment> fitting) {
      this.fitting = fitting;
    }

    /** Whether {@link #of} may answer something else than {@link #all}. */
    public boolean dependOnStage() {
      return fitting.stream().anyMatch(Environment::dependsOnStage);
    }

    /** For what is no stage's own. */
    public Policy all() {
      return of((String) null);
    }

    /**
     * @param stage null when its name is not known
     */
    public Policy of(@Nullable String stage) {
      Read read = read(fitting(stage));
      problems.addAll(read.problems());
      return read.policy();
    }

    /** What is wrong with the policies that have been asked for. */
    public Set<Problem> problems() {
      return problems;
    }

    /** For what several stages share: the one that all of them have, or else the stack's. */
    public Policy of(Collection<@Nullable String> stages) {
      Set<Policy> theirs = new HashSet<>();
      stages.forEach(stage -> theirs.add(of(stage)));
      return theirs.size() == 1 ? theirs.iterator().next() : all();
    }

    /** What the files say of a stage, with the place each value comes from. */
    Mapping settings(@Nullable String stage) {
      return Policies.this.settings(fitting(stage));
    }

    private List<Environment> fitting(@Nullable String stage) {
      return fitting.stream().filter(environment -> environment.fitsStage(stage)).toList();
    }
  }
}
