package dev.iacguard.rules.view;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.link.ConditionalLink;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.LinkedType;
import dev.iacguard.rules.view.link.Place;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ResourceIndex;
import dev.iacguard.rules.view.value.TagReader;
import dev.iacguard.rules.view.value.Tags;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stage in one scenario. What it says is evaluated when it is asked for, so that only the
 * questions that matter are asked of the scenario.
 */
public final class Stage {
  private static final Set<LinkKind> DESTINATIONS =
      EnumSet.of(LinkKind.LOG_GROUP, LinkKind.DELIVERY_STREAM);

  private final GatewayView view;
  private final Scenario scenario;
  private final DeclaredStage declared;
  private final StageApi own;

  Stage(GatewayView view, Scenario scenario, DeclaredStage declared) {
    this.view = view;
    this.scenario = scenario;
    this.declared = declared;
    this.own = new StageApi(view, scenario, declared);
  }

  /** The scenario it is seen in. */
  public Scenario scenario() {
    return scenario;
  }

  public DeclaredStage declared() {
    return declared;
  }

  public Resource resource() {
    return declared.resource();
  }

  /** Whether it is there in this scenario. */
  public boolean exists() {
    return declared.exists(scenario) && !isRepointed();
  }

  /** Whether a deployment only names a stage that is declared as one. */
  private boolean isRepointed() {
    StageType type = declared.type();
    return !type.marker().isEmpty()
        && type.name() != null
        && view.repointed().contains(scenario, resource(), type.marker());
  }

  /** The stage's name; null when it is not known, a secret, or left to API Gateway to choose. */
  public @Nullable String name() {
    Value name = nameAsWritten();
    return name.origin().sensitive() ? null : Properties.known(name);
  }

  private Value nameAsWritten() {
    String attribute = declared.type().name();
    return attribute == null
        ? Value.Text.of("$default", Origin.at(resource().header()))
        : scenario.resolve(resource().get(attribute));
  }

  public ApiKind api() {
    return declared.api().in(scenario, () -> own.kind(name()));
  }

  public AccessLog accessLog() {
    return declared.accessLog().in(scenario, this::readAccessLog);
  }

  private AccessLog readAccessLog() {
    StageType.Log log = declared.type().log();
    Resource holder = log == null ? null : holder(log);
    if (log == null || holder == null) {
      return new AccessLog.Absent(false, Origin.at(resource().header()), null);
    }
    Value settings = Properties.at(scenario, holder, log.path());
    return switch (settings) {
      case Value.Null none -> absent(holder, log, none);
      case Value.Unknown unknown -> new AccessLog.Uncertain(Uncertainty.about(unknown));
      case Value.Mapping mapping -> written(holder, mapping, log);
      default ->
          new AccessLog.Uncertain(
              new Uncertainty(
                  "the access log settings are not a block or object", "", settings.origin()));
    };
  }

  private AccessLog written(Resource holder, Value.Mapping settings, StageType.Log log) {
    Value destination = Properties.inside(scenario, settings, log.destination());
    Value format = someOf(Properties.chosenInside(scenario, settings, log.format()));
    List<String> missing = List.of();
    if (destination instanceof Value.Null) {
      missing = log.destinationPath();
    } else if (format instanceof Value.Null) {
      missing = log.formatPath();
    }
    return new AccessLog.Written(
        destination, format, settings.origin(), Misspelling.of(scenario, holder, missing));
  }

  /** The pieces of a format do not matter to whether there is one, if it has a known piece. */
  private Value someOf(Value chosen) {
    boolean sureToBeSome =
        chosen instanceof Value.Text text
            && text.parts().stream().anyMatch(TextPart.Literal.class::isInstance);
    return sureToBeSome ? chosen : scenario.resolve(chosen);
  }

  private AccessLog absent(Resource holder, StageType.Log log, Value.Null none) {
    boolean written = holder.attributes().has(log.path().get(0));
    return new AccessLog.Absent(
        written,
        written ? none.origin() : Origin.at(holder.header()),
        Misspelling.of(scenario, holder, log.path()));
  }

  /** The resource that holds the settings, or null when there is none. */
  private @Nullable Resource holder(StageType.Log log) {
    if (log.overrides() == null) {
      return resource();
    }
    StageType.Overrides kind = log.overrides();
    ResourceIndex all =
        view.index(
            kind.type(),
            (asked, overrides) -> {
              Resource api = overridden(asked, overrides, kind);
              return List.of(api == null ? "" : api.address().toString());
            });
    for (Resource overrides : all.about(() -> List.of(resource().address().toString()))) {
      Resource api = overridden(scenario, overrides, kind);
      if (api != null
          && api.address().equals(resource().address())
          && scenario.holds(overrides.exists())) {
        return overrides;
      }
    }
    return null;
  }

  private @Nullable Resource overridden(
      Scenario asked, Resource overrides, StageType.Overrides kind) {
    return view.apis().find(asked.resolve(overrides.get(kind.api())));
  }

  /** The format of its access log, or null when none is written that could be one. */
  public @Nullable LogFormat format() {
    return accessLog() instanceof AccessLog.Written log
            && log.hasFormat()
            && formatOfWrongType() == null
        ? log.reading()
            .in(scenario, () -> LogFormat.of(scenario.resolve(log.format()), view.formats()))
        : null;
  }

  /** A format that is a mapping or a list, where only a text will do; null when there is none. */
  public @Nullable Value formatOfWrongType() {
    if (!(accessLog() instanceof AccessLog.Written log)) {
      return null;
    }
    Value format = scenario.choose(log.format());
    return format instanceof Value.Mapping || format instanceof Value.Sequence ? format : null;
  }

  /** Where written settings lead. */
  public Destination destination(AccessLog.Written written) {
    return Destination.of(scenario, written.link().in(scenario, () -> link(written)), view);
  }

  /** The name that written settings have for a destination; null where they have none. */
  public @Nullable NameForArn nameForArn(AccessLog.Written written) {
    return NameForArn.of(scenario.resolve(written.destination()), view.stack());
  }

  private Link link(AccessLog.Written written) {
    Place home = Place.of(scenario, resource());
    Link link = view.links().follow(scenario, written.destination(), DESTINATIONS, home);
    if (link instanceof Link.Outside outside) {
      Link exported = exported(outside, written);
      link = exported == null ? link : exported;
    }
    return new ConditionalLink(scenario, view.stack(), declared.isSwitchedOff())
        .of(link, written.destination());
  }

  /**
   * What exports say of a log group or stream that the stack does not have. An export that has all
   * of its account and Region shows that one does not exist.
   */
  private @Nullable Link exported(Link.Outside outside, AccessLog.Written written) {
    if (outside.name() == null || outside.name().known() == null) {
      return null;
    }
    if (!view.isDeployed()) {
      Value destination = scenario.resolve(written.destination());
      return view.exports().find(scenario, outside, destination, resource());
    }
    boolean gone =
        view.stack().hasAll(LinkedType.exported(outside.what()))
            && misplacement(written, Destination.of(scenario, outside, view)) == null;
    return gone
        ? new Link.Wrong("leads to a " + outside.what().prose() + " that does not exist")
        : null;
  }

  /**
   * What is wrong with where written settings lead, to complete "the destination …"; null when
   * nothing is known to be.
   */
  public @Nullable String misplacement(AccessLog.Written written, Destination destination) {
    return new RegionCheck(scenario, resource())
        .objection(scenario.resolve(written.destination()), destination);
  }

  public Tags tags() {
    return TagReader.read(scenario, resource(), declared.type().tags());
  }

  /** Where full requests and responses are written to the execution log. */
  public DataTrace dataTrace() {
    return DataTrace.of(scenario, view, resource());
  }

  /** True when it is deployed, and an export shows it. */
  public boolean isExported() {
    return view.isDeployed();
  }

  /** The variable that names the caller, by the authorizer of its API; null when none is known. */
  public @Nullable String callerVariable() {
    return declared
        .caller()
        .in(scenario, () -> Optional.ofNullable(own.callerVariable()))
        .orElse(null);
  }

  /** The API that it belongs to, as the code declares it; null when that is not known. */
  public @Nullable Resource apiResource() {
    return own.resource();
  }

  /** What API Gateway calls its API; null when it is not known or a secret. */
  public @Nullable String apiId() {
    Value id = own.id();
    return id.origin().sensitive() ? null : Properties.known(id);
  }

  /** The name of its API; null when it is not known or a secret. */
  public @Nullable String apiName() {
    Resource api = own.resource();
    Value name = api == null ? null : AlarmScope.name(scenario, api);
    return name == null || name.origin().sensitive() ? null : Properties.known(name);
  }

  /**
   * True when its module or template declares a resource of that name.
   *
   * @param name {@code aws_cloudwatch_log_group.x}, or a logical id
   */
  public boolean isDeclaredBeside(String name) {
    return view.stack().resource(Address.of(resource().address().prefix(), name)) != null;
  }

  /**
   * A name for a new resource of its module or template.
   *
   * @param type of the new resource
   * @param wanted the name, to which a number is added where it is taken
   */
  public String freeName(String type, String wanted) {
    String name = wanted;
    for (int number = 2; isTaken(type, name); number++) {
      name = wanted + (resource().isOfTemplate() ? "" : "_") + number;
    }
    return name;
  }

  private boolean isTaken(String type, String name) {
    return resource().isOfTemplate()
        ? isDeclaredBeside(name)
        : view.names(type).contains(resource().address().prefix() + name);
  }

  /** Which of its errors an alarm watches, of the stack or of the accounts it is deployed to. */
  public StageAlarms alarms() {
    List<MetricFilter> filters =
        accessLog() instanceof AccessLog.Written log
                && destination(log) instanceof Destination.LogGroup to
            ? to.group().filters()
            : List.of();
    AlarmScope scope =
        new AlarmScope(scenario, view, resource(), nameAsWritten(), own.resource(), own.id());
    StageAlarms alarms = new Alarms(scenario, view).of(scope, api(), filters);
    return view.exports().isEmpty() ? alarms : alarms.and(view.exports().alarms(scenario, this));
  }
}
