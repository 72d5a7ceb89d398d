package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
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
  private final Policy policy;
  private final Term format;
  private final int days;
  private final String type;
  private final String name;

  private AccessLogRemedy(Stage stage, Policy policy, Term format, int days) {
    this.stage = stage;
    this.resource = stage.resource();
    this.policy = policy;
    this.format = format;
    this.days = days;
    this.type = resource.isOfTemplate() ? TEMPLATE_GROUP : TERRAFORM_GROUP;
    this.name = stage.freeName(type, Remedies.name(resource, "access_logs", "AccessLogs"));
  }

  /** Null when the policy cannot be met, or when the format depends on what is not known. */
  public static @Nullable AccessLogRemedy possible(Stage stage, Policy policy) {
    @Nullable Integer days = new Blueprint(policy).retention();
    @Nullable Term format = FormatFields.line(stage, policy);
    return days == null || format == null ? null : new AccessLogRemedy(stage, policy, format, days);
  }

  /** Null when the stage has no place for an access log. */
  public static @Nullable Fix of(Stage stage, Policy policy) {
    DeclaredStage.LogPlace place = stage.declared().logPlace();
    if (place == null) {
      return null;
    }
    if (stage.api() == ApiKind.UNKNOWN) {
      return new Fix.Withheld("the API's protocol is not known, which decides the format");
    }
    @Nullable AccessLogRemedy remedy = possible(stage, policy);
    return remedy == null
        ? new Fix.Withheld("the policy allows no retention that CloudWatch Logs accepts")
        : remedy.fix(place);
  }

  /** Of a stage that a template's deployment or API creates; null where neither is. */
  public static @Nullable Fix ofCreated(Stage stage, Policy policy) {
    String kind = stage.declared().kind();
    @Nullable AccessLogRemedy remedy =
        stage.resource().isOfTemplate() ? possible(stage, policy) : null;
    return switch (kind) {
      case "sam-extra" -> Remedies.openApiVersion(stage);
      case "quick-create" -> remedy == null ? null : remedy.overrides();
      case "deployment" -> remedy == null ? null : of(stage, policy);
      default -> null;
    };
  }

  /** What changes the stage that a template's API creates with a target. */
  public Fix overrides() {
    SequencedMap<String, Term> members = new LinkedHashMap<>();
    members.put("ApiId", new Term.Itself(""));
    members.put(
        "Stage", Term.nested(List.of("AccessLogSettings"), settings("DestinationArn", "Format")));
    return Fix.change(
        new Intention.Declare(
            Target.of(resource),
            "AWS::ApiGatewayV2::ApiGatewayManagedOverrides",
            Remedies.name(resource, "stage", "Stage"),
            members),
        group());
  }

  private Fix fix(DeclaredStage.LogPlace place) {
    if (stage.accessLog() instanceof AccessLog.Written written) {
      return written.hasDestination()
          ? Fix.change(set(place, place.format(), format))
          : Fix.change(set(place, place.destination(), destination()), group());
    }
    return Fix.change(set(place.path(), settings(place)), group());
  }

  /** The settings at their place. */
  public Term settings(DeclaredStage.LogPlace place) {
    return settings(place.destination(), place.format());
  }

  /**
   * The settings under other names.
   *
   * @param destination the property with the ARN of the log group
   * @param formatted the property with the format
   */
  public Term settings(String destination, String formatted) {
    SequencedMap<String, Term> settings = new LinkedHashMap<>();
    settings.put(destination, destination());
    settings.put(formatted, format);
    return new Term.Block(settings);
  }

  private Term destination() {
    return new Term.Declared(type, name, resource.isOfTemplate() ? "Arn" : "arn");
  }

  private Intention set(DeclaredStage.LogPlace place, String property, Term value) {
    List<String> path = new ArrayList<>(place.path());
    path.add(property);
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

  /** Declares the log group. */
  public Intention group() {
    SequencedMap<String, Term> group = new LinkedHashMap<>();
    SequencedMap<String, Term> tags = Blueprint.tags(missingTags());
    if (resource.isOfTemplate()) {
      group.put("RetentionInDays", Term.number(days));
      if (!tags.isEmpty()) {
        group.put("Tags", Term.pairs("Key", "Value", tags));
      }
    } else {
      group.put("name", groupName());
      group.put("retention_in_days", Term.number(days));
      if (!tags.isEmpty()) {
        group.put("tags", new Term.Entries(tags));
      }
    }
    return new Intention.Declare(Target.of(resource), type, name, group);
  }

  /** The tags that it does not get from the provider or the stack, as the stage does. */
  private List<RequiredTag> missingTags() {
    return policy.logGroup().requiredTags().stream()
        .filter(tag -> !reachesGroup(tag.key()))
        .toList();
  }

  /** What SAM generates has tags of its template, which the group does not get. */
  private boolean reachesGroup(String key) {
    if (resource.generated() == null) {
      return !stage.tags().written() && stage.tags().entries().containsKey(key);
    }
    Value.Mapping ofStack = resource.attributes().stackTags();
    return ofStack != null && ofStack.entries().containsKey(key);
  }

  /**
   * Of the API and the stage, so that no two stages of an account have the same. AWS lets HTTP APIs
   * write to groups of the first prefix without a policy for each.
   */
  private Term groupName() {
    boolean http = stage.api() == ApiKind.HTTP;
    List<Term.Part> parts = new ArrayList<>();
    parts.add(new Term.Literal(http ? "/aws/vendedlogs/apigateway/" : "/aws/apigateway/"));
    parts.add(new Term.Copy(resource.attributes().has("api_id") ? "api_id" : "rest_api_id"));
    parts.add(new Term.Literal("/"));
    parts.add(stageName());
    return new Term.Joined(parts);
  }

  /** CloudWatch Logs takes no dollar sign in the name of a group. */
  private Term.Part stageName() {
    String known = stage.name();
    return known != null && known.contains("$")
        ? new Term.Literal(known.replace("$", ""))
        : new Term.Copy(resource.attributes().has("stage_name") ? "stage_name" : "name");
  }
}
