package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stage in one world. What it says is worked out when it is asked for, so that only the questions
 * that matter are asked of the world.
 */
public final class Stage {
  private static final Set<Linkable> DESTINATIONS =
      EnumSet.of(Linkable.LOG_GROUP, Linkable.DELIVERY_STREAM);

  private final GatewayView view;
  private final World world;
  private final DeclaredStage declared;

  Stage(GatewayView view, World world, DeclaredStage declared) {
    this.view = view;
    this.world = world;
    this.declared = declared;
  }

  /** The world it is seen in. */
  public World world() {
    return world;
  }

  public DeclaredStage declared() {
    return declared;
  }

  public Resource resource() {
    return declared.resource();
  }

  /** Whether it is there in this world. */
  public boolean exists() {
    return declared.exists(world);
  }

  /** The stage's name, or null when it is not known or API Gateway is left to choose it. */
  public @Nullable String name() {
    String attribute = declared.type().name();
    return attribute == null
        ? "$default"
        : Properties.known(world.settle(resource().get(attribute)));
  }

  public ApiKind api() {
    return switch (declared.type().api()) {
      case StageType.Api.Rest rest -> ApiKind.REST;
      case StageType.Api.Itself itself -> protocol(resource(), itself.protocol());
      case StageType.Api.Referred referred -> {
        Reference.ToResource reference =
            Properties.reference(world.settle(resource().get(referred.attribute())));
        Resource api = reference == null ? null : view.stack().resource(reference.resource());
        String protocol = api == null ? null : Vocabulary.protocolOf(api.type());
        yield api == null || protocol == null ? ApiKind.UNKNOWN : protocol(api, protocol);
      }
    };
  }

  private ApiKind protocol(Resource api, String attribute) {
    String protocol = Properties.known(world.settle(api.get(attribute)));
    return protocol == null ? ApiKind.UNKNOWN : ApiKind.ofProtocol(protocol);
  }

  public AccessLog accessLog() {
    StageType.Log log = declared.type().log();
    Resource holder = log == null ? null : holder(log);
    if (log == null || holder == null) {
      return new AccessLog.Absent(false, Origin.at(resource().header()));
    }
    Value settings = Properties.at(world, holder, log.path());
    return switch (settings) {
      case Value.Null none -> absent(holder, log, none);
      case Value.Unknown unknown -> new AccessLog.Uncertain(Doubt.about(unknown));
      case Value.Mapping mapping -> written(mapping, log);
      default ->
          new AccessLog.Uncertain(
              new Doubt("the access log settings are no object", "", settings.origin()));
    };
  }

  private AccessLog written(Value.Mapping settings, StageType.Log log) {
    Value destination = Properties.inside(world, settings, log.destination());
    Value format = someOf(Properties.chosenInside(world, settings, log.format()));
    return new AccessLog.Written(destination, format, settings.origin());
  }

  /** The pieces of a format do not matter to whether there is one, if it has a known piece. */
  private Value someOf(Value chosen) {
    boolean sureToBeSome =
        chosen instanceof Value.Text text
            && text.parts().stream().anyMatch(TextPart.Literal.class::isInstance);
    return sureToBeSome ? chosen : world.settle(chosen);
  }

  private static AccessLog absent(Resource holder, StageType.Log log, Value.Null none) {
    boolean written = holder.attributes().names().contains(log.path().get(0));
    return new AccessLog.Absent(written, written ? none.origin() : Origin.at(holder.header()));
  }

  /** The resource that holds the settings, or null when there is none. */
  private @Nullable Resource holder(StageType.Log log) {
    if (log.overrides() == null) {
      return resource();
    }
    for (Resource overrides : view.stack().resources(log.overrides().type())) {
      Reference.ToResource api =
          Properties.reference(world.settle(overrides.get(log.overrides().api())));
      if (api != null
          && api.resource().equals(resource().address())
          && world.holds(overrides.exists())) {
        return overrides;
      }
    }
    return null;
  }

  /** What written settings log, in this world. */
  public Value format(AccessLog.Written written) {
    return world.settle(written.format());
  }

  /** Where written settings lead. */
  public Destination destination(AccessLog.Written written) {
    return Destination.of(world, view.links().follow(world, written.destination(), DESTINATIONS));
  }

  public Tags tags() {
    return TagReader.read(world, resource(), declared.type().tags());
  }
}
