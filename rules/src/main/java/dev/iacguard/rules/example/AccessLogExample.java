package dev.iacguard.rules.example;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.AccessLogRemedy;
import dev.iacguard.rules.remedy.Remedies;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Stage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Shows the access log that a stage lacks, with a log group for it. */
public final class AccessLogExample {
  private final Stage stage;
  private final Resource resource;
  private final AccessLogRemedy remedy;

  private AccessLogExample(Stage stage, AccessLogRemedy remedy) {
    this.stage = stage;
    this.resource = stage.resource();
    this.remedy = remedy;
  }

  /**
   * Null when it depends on what is not known, or when the file that creates the stage is not
   * written by hand.
   */
  public static @Nullable Example of(Stage stage, Policy policy) {
    @Nullable AccessLogRemedy remedy = AccessLogRemedy.possible(stage, policy);
    return remedy == null
        ? null
        : Examples.of(new AccessLogExample(stage, remedy).change(), stage.resource(), policy);
  }

  private @Nullable Fix change() {
    boolean template = resource.isOfTemplate();
    return switch (stage.declared().kind()) {
      case "sam-extra" -> Remedies.openApiVersion(stage);
      case "quick-create" -> template ? remedy.overrides() : null;
      case "deployment" -> template ? inPlace() : stageResource();
      default -> inPlace();
    };
  }

  /** The settings in the resource itself, which must not have any of them yet. */
  private @Nullable Fix inPlace() {
    DeclaredStage.LogPlace place = stage.declared().logPlace();
    return place == null || resource.attributes().has(place.path().getFirst())
        ? null
        : Fix.change(
            new Intention.SetProperty(Target.of(resource), place.path(), remedy.settings(place)),
            remedy.group());
  }

  /** The stage that a deployment creates, as a resource; null where it creates several. */
  private @Nullable Fix stageResource() {
    if (!isWritten("rest_api_id")
        || !isWritten("stage_name")
        || !resource.address().key().isEmpty()) {
      return null;
    }
    SequencedMap<String, Term> members = new LinkedHashMap<>();
    members.put("rest_api_id", new Term.Same("rest_api_id"));
    members.put("deployment_id", new Term.Itself("id"));
    members.put("stage_name", new Term.Same("stage_name"));
    members.put("access_log_settings", remedy.settings("destination_arn", "format"));
    return declaring("aws_api_gateway_stage", resource.declaredAs().label(), members);
  }

  private Fix declaring(String type, String name, SequencedMap<String, Term> members) {
    return Fix.change(
        new Intention.Declare(Target.of(resource), type, name, members), remedy.group());
  }

  /** Whether the code of the deployment has it as one short expression. */
  private boolean isWritten(String attribute) {
    Span at = resource.get(attribute).origin().at();
    boolean own = at.path().equals(resource.header().path());
    return own && !at.text().isBlank() && at.text().lines().count() == 1;
  }
}
