package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ScenarioInvariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stage as the code declares it, before any open question is answered. */
public final class DeclaredStage {
  private static final Pattern VARIABLE = Pattern.compile("var\\.[^.\\[ ]+");

  private final Resource resource;
  private final StageType type;
  private final boolean switchedOff;
  private final ScenarioInvariant<AccessLog> accessLog = new ScenarioInvariant<>();
  private final ScenarioInvariant<ApiKind> api = new ScenarioInvariant<>();
  private final ScenarioInvariant<Optional<String>> caller = new ScenarioInvariant<>();

  private DeclaredStage(Resource resource, StageType type, boolean switchedOff) {
    this.resource = resource;
    this.type = type;
    this.switchedOff = switchedOff;
  }

  /**
   * Every stage that the types of the vocabulary can make, in a fixed order. All types are read
   * first, so that the stack knows every input that switches a stage off.
   */
  static List<DeclaredStage> all(Stack stack) {
    Vocabulary.STAGES.forEach(type -> stack.resources(type.type()));
    List<DeclaredStage> stages = new ArrayList<>();
    for (StageType type : Vocabulary.STAGES) {
      add(stages, type, stack.resources(type.type()), false);
      add(stages, type, stack.switchedOff(type.type()), true);
    }
    return stages;
  }

  private static void add(
      List<DeclaredStage> stages, StageType type, List<Resource> resources, boolean switchedOff) {
    for (Resource resource : resources) {
      if (type.marker().isEmpty() || isMarked(resource, type.marker())) {
        stages.add(new DeclaredStage(resource, type, switchedOff));
      }
    }
  }

  /** A marker that only a transform of the template may add makes no stage that is seen here. */
  private static boolean isMarked(Resource resource, String marker) {
    return (!resource.isOfTemplate() || resource.attributes().has(marker))
        && !(resource.get(marker) instanceof Value.Null);
  }

  public Resource resource() {
    return resource;
  }

  /** True when it is there only if an input has another value than its default. */
  public boolean isSwitchedOff() {
    return switchedOff;
  }

  StageType type() {
    return type;
  }

  ScenarioInvariant<AccessLog> accessLog() {
    return accessLog;
  }

  ScenarioInvariant<ApiKind> api() {
    return api;
  }

  ScenarioInvariant<Optional<String>> caller() {
    return caller;
  }

  /** The word for how it comes to be, as the JSON contract has it. */
  public String kind() {
    return resource.generated() == null ? type.kind() : resource.generated().how();
  }

  /** True when it is written as a stage; false when something else creates it implicitly. */
  public boolean isWrittenAsStage() {
    return switch (kind()) {
      case "deployment", "quick-create", "sam-extra" -> false;
      default -> true;
    };
  }

  /** True when the code that creates it can also give it tags. */
  public boolean hasPlaceForTags() {
    return !type.tags().path().isEmpty();
  }

  /** The property that holds the access log settings, or null when its type has no place for it. */
  public @Nullable String accessLogProperty() {
    return type.log() == null ? null : String.join(".", type.log().path());
  }

  /**
   * Where access log settings are written.
   *
   * @param path of the settings, from the resource inwards
   * @param destination the name inside them
   * @param format the name inside them
   */
  public record LogPlace(List<String> path, String destination, String format) {}

  /** Null when the resource that creates the stage has no place for them. */
  public @Nullable LogPlace logPlace() {
    StageType.Log log = type.log();
    return log == null || log.overrides() != null
        ? null
        : new LogPlace(log.path(), log.destination(), log.format());
  }

  /** True when it is a CloudFormation resource, which may get tags from its stack. */
  public boolean isTemplate() {
    return resource.isOfTemplate();
  }

  /** Whether it is there in a scenario. */
  boolean exists(Scenario scenario) {
    return scenario.holds(resource.exists())
        && (type.marker().isEmpty()
            || isSet(scenario, scenario.resolve(resource.get(type.marker()))));
  }

  /**
   * A variable without a value is taken to get one. A part of an object that is not known may be
   * missing there.
   */
  private boolean isSet(Scenario scenario, Value marker) {
    if (marker instanceof Value.Unknown unknown
        && unknown.cause() == Cause.INPUT
        && !resource.isOfTemplate()
        && !VARIABLE.matcher(unknown.what()).matches()) {
      return !scenario.holds(new Condition.Flag(unknown.what() + " == null"));
    }
    return !Properties.isNothing(marker);
  }
}
