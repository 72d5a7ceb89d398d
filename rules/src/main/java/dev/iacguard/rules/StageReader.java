package dev.iacguard.rules;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Decision;
import dev.iacguard.core.rule.Judge;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.StackFacts;
import dev.iacguard.core.rule.StageFacts;
import dev.iacguard.core.rule.StageFacts.LogGroup;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.World;
import dev.iacguard.core.rule.Worlds;
import dev.iacguard.core.rule.Worlds.Case;
import dev.iacguard.core.rule.Worlds.Cases;
import dev.iacguard.rules.check.StageCreatedWithoutAccessLog;
import dev.iacguard.rules.check.StageWithoutAccessLog;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.ApiKind;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.LogFormat;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is known of a stage. */
final class StageReader {
  private final GatewayView view;
  private final String stack;
  private final Language language;
  private final AccountSettings account;
  private final StagePolicies policies;
  private final List<StackFacts.Format> formats = new ArrayList<>();

  StageReader(
      GatewayView view,
      String stack,
      Language language,
      AccountSettings account,
      StagePolicies policies) {
    this.view = view;
    this.stack = stack;
    this.language = language;
    this.account = account;
    this.policies = policies;
  }

  /** The stage in one world. */
  private record Snapshot(
      @Nullable String name,
      ApiKind api,
      boolean on,
      StageFacts.@Nullable Destination destination,
      @Nullable LogGroup logGroup,
      StageFacts.Tags tags,
      Set<String> defaults) {}

  /**
   * What is known of the stage, taken from a world in which it logs where there is one; null when
   * it is there in no world.
   *
   * @param verdicts all that were given on the stage and on what it logs to
   */
  @Nullable StageFacts read(DeclaredStage declared, List<Verdict> verdicts) {
    Cases<Optional<Snapshot>> explored = Worlds.explore(world -> snapshot(world, declared));
    List<Snapshot> worlds =
        explored.cases().stream().flatMap(world -> world.answer().stream()).toList();
    if (worlds.isEmpty()) {
      return null;
    }
    List<Snapshot> logging = worlds.stream().filter(Snapshot::on).toList();
    Snapshot seen = logging.isEmpty() ? worlds.get(0) : logging.get(0);
    Resource resource = declared.resource();
    HeaviestVerdicts heaviest = heaviest(verdicts, seen.api(), policies.of(declared));
    LogFormat format = format(declared);
    LogGroup group = logGroup(logging, seen, explored);
    if (format != null && format.complete() && seen.api() != ApiKind.UNKNOWN) {
      formats.add(FormatFacts.of(resource, seen.api(), format, group, policies.of(declared)));
    }
    Map<String, Verdict.Kind> kinds = heaviest.byRule();
    return new StageFacts(
        resource.address().toString(),
        declaration(resource),
        seen.name(),
        stack,
        declared.kind(),
        seen.api().name(),
        language,
        resource.span(),
        accessLog(declared, seen, format, verdicts),
        group,
        seen.tags(),
        account.role(seen.api(), kinds),
        worlds.stream().flatMap(world -> world.defaults().stream()).distinct().sorted().toList(),
        kinds,
        heaviest.notes(),
        FormatFacts.environment(seen.name(), policies.of(declared)));
  }

  /**
   * The declaring resource as the code names it: no instance key, a logical id without its nested
   * stack.
   */
  private String declaration(Resource resource) {
    Address address = resource.declaredAs();
    return switch (language) {
      case CLOUDFORMATION, SAM -> address.name();
      case TERRAFORM, TERRAFORM_PLAN, TERRAFORM_STATE -> address.withoutKey().toString();
    };
  }

  private Optional<Snapshot> snapshot(World world, DeclaredStage declared) {
    Stage stage = view.stage(world, declared);
    if (!stage.exists()) {
      return Optional.empty();
    }
    StageFacts.Destination destination = null;
    LogGroup group = null;
    Destination leadsTo = null;
    AccessLog log = stage.accessLog();
    if (log instanceof AccessLog.Written written && written.hasDestination()) {
      leadsTo = stage.destination(written);
      destination = Facts.destination(leadsTo, written.destination());
      group = Facts.logGroup(leadsTo);
    }
    return Optional.of(
        new Snapshot(
            stage.name(),
            stage.api(),
            log.isOn(),
            destination,
            group,
            Facts.tags(stage.tags()),
            DefaultsUsed.of(stage, log, leadsTo).defaults()));
  }

  /** The format in the first world that has one; asked apart, since it may have many. */
  private @Nullable LogFormat format(DeclaredStage declared) {
    return Worlds.find(world -> format(view.stage(world, declared))).orElse(null);
  }

  private static Optional<LogFormat> format(Stage stage) {
    return stage.exists() ? Optional.ofNullable(stage.format()) : Optional.empty();
  }

  /** The formats of the stages that have been read, as far as they are known. */
  List<StackFacts.Format> formats() {
    return List.copyOf(formats);
  }

  private StageFacts.AccessLog accessLog(
      DeclaredStage declared, Snapshot seen, @Nullable LogFormat format, List<Verdict> verdicts) {
    Verdict verdict = logs(declared, verdicts);
    String status =
        switch (verdict.kind()) {
          case PASS -> "yes";
          case FAIL, NOT_APPLICABLE -> "no";
          case CONDITIONAL -> "conditional";
          case UNKNOWN -> "unknown";
        };
    return new StageFacts.AccessLog(
        status,
        verdict.when().isEmpty() ? null : verdict.when(),
        format == null ? null : Facts.format(format),
        seen.destination());
  }

  /** Whether it has an access log; asked here when the rule about it is off. */
  private Verdict logs(DeclaredStage declared, List<Verdict> verdicts) {
    Rule<Stage, Policy> rule =
        declared.isWrittenAsStage()
            ? new StageWithoutAccessLog()
            : new StageCreatedWithoutAccessLog();
    for (Verdict verdict : verdicts) {
      if (verdict.rule().id().equals(rule.info().id())) {
        return verdict;
      }
    }
    Resource resource = declared.resource();
    Subject subject = new Subject("stage", resource.toString(), "", stack, List.of());
    return Judge.judge(
        rule.info(),
        subject,
        resource.header(),
        world -> {
          Stage stage = view.stage(world, declared);
          return stage.exists()
              ? rule.check(stage, policies.of(declared))
              : Outcome.notApplicable();
        });
  }

  /**
   * A retention that is not the same in all worlds is not known, unless the defaults of the inputs
   * say which it is.
   */
  private static @Nullable LogGroup logGroup(
      List<Snapshot> logging, Snapshot seen, Cases<Optional<Snapshot>> explored) {
    LogGroup group = seen.logGroup();
    if (group == null) {
      return null;
    }
    boolean same =
        explored.complete()
            && logging.stream()
                .filter(other -> !leadsNowhere(other))
                .allMatch(other -> keepsLike(group, other.logGroup()));
    return same || isByDefault(seen, explored.cases().get(0))
        ? group
        : new LogGroup(
            group.resource(), group.declared(), group.name(), null, "unknown", group.tags());
  }

  /** Such a stage is not made, so that nothing is kept. */
  private static boolean leadsNowhere(Snapshot world) {
    StageFacts.Destination destination = world.destination();
    return destination != null && destination.kind().equals("invalid");
  }

  private static boolean isByDefault(Snapshot seen, Case<Optional<Snapshot>> first) {
    return first.answer().equals(Optional.of(seen))
        && first.decisions().stream().allMatch(Decision::isByDefault);
  }

  private static boolean keepsLike(LogGroup group, @Nullable LogGroup other) {
    return other != null
        && Objects.equals(other.retentionDays(), group.retentionDays())
        && other.retention().equals(group.retention());
  }

  /** Each rule's verdict on the stage, what it logs to and its account. */
  private HeaviestVerdicts heaviest(List<Verdict> verdicts, ApiKind api, Policy policy) {
    HeaviestVerdicts heaviest = new HeaviestVerdicts(policy);
    heaviest.addAll(verdicts);
    if (api != ApiKind.HTTP) {
      heaviest.addAll(account.verdicts());
    }
    return heaviest;
  }
}
