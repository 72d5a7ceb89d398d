package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What exports say of one account and Region. The same resource in several of them is one. */
final class AccountExport {
  private static final String API = "AWS::ApiGatewayV2::Api";
  private static final String REST_API = "AWS::ApiGateway::RestApi";
  private static final String REST_STAGE = "AWS::ApiGateway::Stage";
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";
  static final String DELIVERY_STREAM = "AWS::KinesisFirehose::DeliveryStream";
  private static final String ROLE = "AWS::IAM::Role";
  private static final Set<String> IAM = Set.of(ROLE, "AWS::IAM::ManagedPolicy");

  private final Map<String, Map<String, ExportedResource>> byType = new HashMap<>();
  private final Set<String> complete = new HashSet<>();
  private final Map<String, ExportedResource> listed = new LinkedHashMap<>();
  private final Set<String> apisWithStages = new HashSet<>();
  private final Map<String, Value> tags = new HashMap<>();
  private final Map<String, List<String>> inlineNames = new HashMap<>();
  private final Map<String, Map<String, Value>> inline = new HashMap<>();
  private final Map<String, List<Value>> attached = new HashMap<>();
  private final Map<String, String> logicalIds = new HashMap<>();

  /** Resources that are recorded differently at the same time. */
  final Contradictions contradictions = new Contradictions();

  /** The files that say something, as shown. */
  final Set<String> files = new TreeSet<>();

  /**
   * Of several records of a resource the last one counts, and of the same time what they share.
   *
   * @return whether there is none before it
   */
  boolean add(ExportedResource resource) {
    files.add(resource.path());
    Map<String, ExportedResource> same =
        byType.computeIfAbsent(resource.type(), type -> new LinkedHashMap<>());
    int before = same.size();
    same.merge(resource.id(), resource, this::later);
    return same.size() > before;
  }

  private ExportedResource later(ExportedResource before, ExportedResource now) {
    int order = now.captured().compareTo(before.captured());
    boolean atOnce = order == 0 && !now.captured().equals(ExportedResource.NAMED);
    if (!atOnce || now.attributes().equals(before.attributes())) {
      return order >= 0 ? now : before;
    }
    contradictions.add(before, now);
    return before.agreed(now);
  }

  /** Adds the roles and policies that are recorded for no Region. */
  void addIam(AccountExport global) {
    for (String type : IAM) {
      global.byType.getOrDefault(type, Map.of()).values().forEach(this::add);
    }
  }

  /** True when it says nothing that anything is judged by. */
  boolean isEmpty() {
    return byType.isEmpty() && complete.isEmpty();
  }

  boolean isIamOnly() {
    return IAM.containsAll(byType.keySet());
  }

  /** All resources of a type have been added, as AWS itself says. */
  void complete(String type) {
    complete.add(type);
  }

  /** AWS lists an API, whose stages have to be asked for one API at a time. */
  void listed(ExportedResource api) {
    listed.put(api.id(), api);
  }

  /**
   * All stages of an API have been added.
   *
   * @param api its resource's id
   */
  void stagesOf(String api) {
    apisWithStages.add(api);
  }

  void tags(String arn, Value values) {
    tags.put(withoutStar(arn), values);
  }

  void inlineNames(String role, List<String> names) {
    inlineNames.put(role, names);
  }

  void inline(String role, String policy, Value document) {
    inline.computeIfAbsent(role, name -> new HashMap<>()).put(policy, document);
  }

  void attached(String role, List<Value> arns) {
    attached.put(role, arns);
  }

  /** What CloudFormation calls the API of an id. */
  void logicalId(String apiId, String logicalId) {
    logicalIds.put(apiId, logicalId);
  }

  /** The APIs that AWS lists and whose stages nothing says anything of. */
  List<ExportedResource> apisWithoutStages() {
    return listed.values().stream().filter(api -> !apisWithStages.contains(api.id())).toList();
  }

  /** Whether every resource of a type that there is has been added. */
  boolean hasAll(String type) {
    return switch (type) {
      case REST_STAGE -> complete.contains(REST_API) && apisWithoutStages().isEmpty();
      case STAGE -> complete.contains(API) && apisWithoutStages().isEmpty();
      default -> complete.contains(type);
    };
  }

  /** Every type of which there are resources. */
  Set<String> types() {
    return new TreeSet<>(byType.keySet());
  }

  /** The resources of a type in the order they were read, with what other answers say of them. */
  List<ExportedResource> resources(String type) {
    return byType.getOrDefault(type, Map.of()).values().stream()
        .filter(resource -> !resource.deleted())
        .map(this::joined)
        .toList();
  }

  private ExportedResource joined(ExportedResource resource) {
    Map<String, Value> more = new LinkedHashMap<>(resource.attributes());
    switch (resource.type()) {
      case LOG_GROUP -> {
        Value own = tags.get(withoutStar(known(more.get("Arn"))));
        if (own != null) {
          more.put("Tags", Item.tagPairs(own));
        }
      }
      case DELIVERY_STREAM -> {
        Value own = tags.get(resource.id());
        if (own != null) {
          more.put("Tags", Item.tagPairs(own));
        }
      }
      case REST_API, API -> {
        String logicalId = logicalIds.get(known(more.get("id")));
        if (logicalId != null) {
          more.put("LogicalId", Item.textOf(logicalId));
        }
      }
      case ROLE -> addPolicies(known(more.get("RoleName")), more);
      default -> {}
    }
    return new ExportedResource(
        resource.type(),
        resource.id(),
        more,
        resource.path(),
        resource.place(),
        resource.captured(),
        false);
  }

  private void addPolicies(String role, Map<String, Value> attributes) {
    List<String> names = inlineNames.get(role);
    if (names != null) {
      Map<String, Value> documents = inline.getOrDefault(role, Map.of());
      attributes.put(
          "Policies",
          Item.list(
              names.stream().map(name -> Shape.inlinePolicy(name, documents.get(name))).toList()));
    } else {
      attributes.putIfAbsent("Policies", Shape.unknown("the inline policies of the role"));
    }
    List<Value> arns = attached.get(role);
    if (arns != null) {
      attributes.put("ManagedPolicyArns", Item.list(arns));
    } else {
      attributes.putIfAbsent(
          "ManagedPolicyArns", Shape.unknown("the policies attached to the role"));
    }
  }

  static String known(@Nullable Value value) {
    return value instanceof Value.Text text && text.known() != null ? text.known() : "";
  }

  private static String withoutStar(String arn) {
    return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
  }
}
