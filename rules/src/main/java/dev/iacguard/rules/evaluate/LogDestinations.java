package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import dev.iacguard.core.rule.scenario.Scenarios.Cases;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a stack log to. A log group or Firehose stream of the code is judged once, for
 * all stages that log to it; what the code does not declare is judged for each stage.
 */
public final class LogDestinations {
  private final GatewayView view;
  private final Subjects subjects;
  private final List<Rule<LogDestination, Policy>> rules;
  private final Function<List<DeclaredStage>, Policy> policies;
  private final Map<Address, Store> stores = new LinkedHashMap<>();
  private final Map<Address, List<Verdict>> ofStage = new HashMap<>();

  /**
   * @param policies the policy that holds for what these stages log to
   */
  public LogDestinations(
      GatewayView view,
      Subjects subjects,
      List<Rule<LogDestination, Policy>> rules,
      Function<List<DeclaredStage>, Policy> policies) {
    this.view = view;
    this.subjects = subjects;
    this.rules = rules;
    this.policies = policies;
  }

  /**
   * A log group or stream.
   *
   * @param users the stages that log to it in some scenario
   */
  private record Store(Resource resource, String kind, List<DeclaredStage> users) {}

  /** Judges all that these stages log to. */
  public void judge(Map<DeclaredStage, Subject> stages) {
    stages.forEach(
        (stage, subject) -> {
          if (logsElsewhere(stage)) {
            remember(
                stage,
                subjects.judge(
                    rules,
                    subject,
                    stage.resource().header(),
                    policies.apply(List.of(stage)),
                    scenario -> target(scenario, stage).filter(to -> store(to) == null)));
          }
        });
    stores.values().forEach(this::judge);
  }

  /** The verdicts on everything a stage logs to. */
  public List<Verdict> verdicts(DeclaredStage stage) {
    return ofStage.getOrDefault(stage.resource().address(), List.of());
  }

  /** Takes down the stage as a user of each store it may log to; true when it may log to none. */
  private boolean logsElsewhere(DeclaredStage stage) {
    Cases<Optional<LogDestination>> scenarios =
        Scenarios.explore(view.work(), asked -> target(asked, stage));
    boolean elsewhere = !scenarios.complete();
    for (Case<Optional<LogDestination>> scenario : scenarios.cases()) {
      LogDestination target = scenario.answer().orElse(null);
      LogSink store = target == null ? null : store(target);
      if (store != null) {
        List<DeclaredStage> users = users(store);
        if (users.isEmpty() || users.get(users.size() - 1) != stage) {
          users.add(stage);
        }
      }
      elsewhere |= target != null && store == null;
    }
    return elsewhere;
  }

  private List<DeclaredStage> users(LogSink store) {
    Resource resource = store.resource();
    return stores
        .computeIfAbsent(
            resource.address(), at -> new Store(resource, store.prose(), new ArrayList<>()))
        .users();
  }

  private void judge(Store store) {
    List<Verdict> verdicts =
        subjects.judge(
            rules,
            subjects.subject(store.kind(), store.resource(), ""),
            store.resource().header(),
            policies.apply(store.users()),
            scenario -> target(scenario, store),
            new Subjects.Spared(
                scenario -> isSpared(scenario, store),
                store.users().stream().allMatch(DeclaredStage::isSwitchedOff)));
    store.users().forEach(stage -> remember(stage, verdicts));
  }

  /**
   * Whether a stage that may log to a store logs to another one in this scenario, or is not there
   * by default.
   */
  private boolean isSpared(Scenario scenario, Store store) {
    for (DeclaredStage user : store.users()) {
      Optional<LogDestination> target = target(scenario, user);
      if (target.isPresent()
          ? !leadsTo(target.get(), store)
          : user.isSwitchedOff() && !view.stage(scenario, user).exists()) {
        return true;
      }
    }
    return false;
  }

  private void remember(DeclaredStage stage, List<Verdict> verdicts) {
    ofStage.computeIfAbsent(stage.resource().address(), at -> new ArrayList<>()).addAll(verdicts);
  }

  /**
   * The store as the first stage sees it that logs to it in this scenario; empty when none does.
   */
  private Optional<LogDestination> target(Scenario scenario, Store store) {
    for (DeclaredStage user : store.users()) {
      Optional<LogDestination> target = target(scenario, user).filter(to -> leadsTo(to, store));
      if (target.isPresent() && scenario.holds(store.resource().exists())) {
        LogDestination seen = target.get();
        return Optional.of(new LogDestination(seen.destination(), seen.at(), shown(store.users())));
      }
    }
    return Optional.empty();
  }

  /** What the stage logs to in this scenario; empty when it is not there or logs nothing. */
  private Optional<LogDestination> target(Scenario scenario, DeclaredStage declared) {
    Stage stage = view.stage(scenario, declared);
    if (!stage.exists()
        || !(stage.accessLog() instanceof AccessLog.Written log)
        || !log.hasDestination()) {
      return Optional.empty();
    }
    return Optional.of(
        new LogDestination(stage.destination(log), log.destination().origin(), List.of()));
  }

  private static boolean leadsTo(LogDestination target, Store store) {
    LogSink found = store(target);
    return found != null && found.resource().address().equals(store.resource().address());
  }

  private static @Nullable LogSink store(LogDestination target) {
    return switch (target.destination()) {
      case Destination.LogGroup log -> log.group();
      case Destination.Firehose firehose -> firehose.stream();
      default -> null;
    };
  }

  private static List<Related> shown(List<DeclaredStage> users) {
    List<Resource> stages = users.stream().map(DeclaredStage::resource).toList();
    return RelatedStages.of(stages, "access log of ", "and of ");
  }
}
