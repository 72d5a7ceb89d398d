package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Adds an access log: its settings, and a log group for it. */
public final class AccessLogRemedy {
  private static final String TERRAFORM_GROUP = "aws_cloudwatch_log_group";
  private static final String TEMPLATE_GROUP = "AWS::Logs::LogGroup";

  private final Stage stage;
  private final Resource resource;
  private final Blueprint blueprint;

  private AccessLogRemedy(Stage stage, Policy policy) {
    this.stage = stage;
    this.resource = stage.resource();
    this.blueprint = new Blueprint(policy);
  }

  /** Null when the stage has no place for an access log. */
  public static @Nullable Fix of(Stage stage, Policy policy) {
    return new AccessLogRemedy(stage, policy).fix();
  }

  private @Nullable Fix fix() {
    DeclaredStage.LogPlace place = stage.declared().logPlace();
    if (place == null) {
      return null;
    }
    if (stage.api() == ApiKind.UNKNOWN) {
      return new Fix.Withheld("the API's protocol is not known, which decides the format");
    }
    Integer days = blueprint.retention();
    if (days == null) {
      return new Fix.Withheld("the policy allows no retention that CloudWatch Logs accepts");
    }
    boolean template = resource.isOfTemplate();
    String type = template ? TEMPLATE_GROUP : TERRAFORM_GROUP;
    String name = stage.freeName(type, Remedies.name(resource, "access_logs", "AccessLogs"));
    Target target = Target.of(resource);
    Term destination = new Term.Declared(type, name, template ? "Arn" : "arn");
    Term format = new Term.Json(blueprint.format(stage.api(), stage.callerVariable()));
    Intention group = new Intention.Declare(target, type, name, group(template, days));
    if (stage.accessLog() instanceof AccessLog.Written written) {
      return written.hasDestination()
          ? Fix.change(set(place, place.format(), format))
          : Fix.change(set(place, place.destination(), destination), group);
    }
    SequencedMap<String, Term> settings = new LinkedHashMap<>();
    settings.put(place.destination(), destination);
    settings.put(place.format(), format);
    Term block = new Term.Block(settings);
    return Fix.change(set(place.path(), block), group);
  }

  private Intention set(DeclaredStage.LogPlace place, String name, Term value) {
    List<String> path = new ArrayList<>(place.path());
    path.add(name);
    return set(path, value);
  }

  /** What SAM makes of the events of functions has its settings in the section Globals. */
  private Intention set(List<String> path, Term value) {
    Generated generated = resource.generated();
    if (generated == null || !generated.how().equals("sam-implicit")) {
      return new Intention.SetProperty(Target.of(resource), path, value);
    }
    List<String> inGlobals = new ArrayList<>();
    inGlobals.add("Globals");
    inGlobals.add(resource.type().startsWith("AWS::ApiGatewayV2::") ? "HttpApi" : "Api");
    inGlobals.addAll(path);
    return new Intention.SetInTemplate(Target.of(resource), inGlobals, value);
  }

  private SequencedMap<String, Term> group(boolean template, int days) {
    SequencedMap<String, Term> group = new LinkedHashMap<>();
    SequencedMap<String, Term> tags = blueprint.logGroupTags();
    if (template) {
      group.put("RetentionInDays", Term.number(days));
      if (!tags.isEmpty()) {
        group.put("Tags", Term.pairs("Key", "Value", tags));
      }
    } else {
      group.put("name", name());
      group.put("retention_in_days", Term.number(days));
      if (!tags.isEmpty()) {
        group.put("tags", new Term.Entries(tags));
      }
    }
    return group;
  }

  /** Of the API and the stage, so that no two stages of an account have the same. */
  private Term name() {
    List<Term.Part> parts = new ArrayList<>();
    parts.add(new Term.Literal("/aws/apigateway/"));
    parts.add(new Term.Copy(resource.attributes().has("api_id") ? "api_id" : "rest_api_id"));
    parts.add(new Term.Literal("/"));
    parts.add(new Term.Copy(resource.attributes().has("stage_name") ? "stage_name" : "name"));
    return new Term.Joined(parts);
  }
}
