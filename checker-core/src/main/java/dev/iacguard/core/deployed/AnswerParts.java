package dev.iacguard.core.deployed;

import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are not lists of resources: the account setting, a role and its policies, a
 * Firehose stream, tags.
 */
record AnswerParts(Map<String, Value> parts, Call call, String path, Place place) {
  private static final String ROLE_ARN = "cloudwatchRoleArn";

  /** A list of names only. */
  static final String STREAM_NAMES = "DeliveryStreamNames";

  private static final String STREAM = "DeliveryStreamDescription";

  /** The members of such answers. */
  static final Set<String> NAMES =
      Set.of(
          ROLE_ARN,
          "throttleSettings",
          "apiKeyVersion",
          "Role",
          "RoleName",
          "PolicyName",
          "PolicyNames",
          "PolicyDocument",
          "PolicyVersion",
          "AttachedPolicies",
          "tags",
          "Tags",
          STREAM,
          STREAM_NAMES,
          "QueryInfo",
          "StackResources");

  void addTo(Exports exports, ExportPlace at) {
    AccountExport export = exports.at(at);
    export.files.add(path);
    if (parts.containsKey(ROLE_ARN) || parts.containsKey("throttleSettings")) {
      exports.add(at, resource("AWS::ApiGateway::Account", "account", setting()));
      export.complete("AWS::ApiGateway::Account");
    }
    if (parts.get("Role") instanceof Value.Mapping role) {
      Item item = new Item(role);
      exports.add(
          at, resource("AWS::IAM::Role", "role/" + item.text("RoleName"), Shape.role(item)));
    }
    addPolicies(exports, export, at);
    addStreams(exports, at);
    addTags(export, call.argument("resourceArn"), parts.get("tags"));
    String stream = call.argument("deliveryStreamName");
    addTags(export, stream.isEmpty() ? "" : Shape.streamId(stream), parts.get("Tags"));
    if (parts.get("StackResources") instanceof Value.Sequence resources) {
      resources.elements().forEach(resource -> addStackResource(export, Item.of(resource)));
    }
  }

  private static void addTags(AccountExport export, String tagged, @Nullable Value tags) {
    if (!tagged.isEmpty() && tags != null) {
      export.tags(tagged, tags);
    }
  }

  private void addStreams(Exports exports, ExportPlace at) {
    if (parts.get(STREAM) instanceof Value.Mapping description) {
      Item item = new Item(description);
      exports.add(
          at,
          resource(
              AccountExport.DELIVERY_STREAM,
              Shape.streamId(item.text("DeliveryStreamName")),
              Shape.deliveryStream(item)));
    }
    if (parts.get(STREAM_NAMES) instanceof Value.Sequence names) {
      for (Value name : names.elements()) {
        String known = AccountExport.known(name);
        exports.add(
            at,
            new ExportedResource(
                AccountExport.DELIVERY_STREAM,
                Shape.streamId(known),
                Shape.deliveryStream(known),
                path,
                place,
                ExportedResource.NAMED,
                false));
      }
    }
  }

  private Map<String, Value> setting() {
    Map<String, Value> attributes = new LinkedHashMap<>();
    Value role = parts.get(ROLE_ARN);
    if (role instanceof Value.Text) {
      attributes.put("CloudWatchRoleArn", role);
    }
    return attributes;
  }

  private void addPolicies(Exports exports, AccountExport export, ExportPlace at) {
    String role =
        call.arguments().getOrDefault("roleName", AccountExport.known(parts.get("RoleName")));
    Value document = parts.get("PolicyDocument");
    if (document != null && !role.isEmpty()) {
      String name = AccountExport.known(parts.get("PolicyName"));
      export.inline(role, name, document);
    }
    if (parts.get("PolicyNames") instanceof Value.Sequence names && !role.isEmpty()) {
      export.inlineNames(role, names.elements().stream().map(AccountExport::known).toList());
    }
    if (parts.get("AttachedPolicies") instanceof Value.Sequence attached && !role.isEmpty()) {
      List<Value> arns = new ArrayList<>();
      attached
          .elements()
          .forEach(policy -> arns.add(Item.textOf(Item.of(policy).text("PolicyArn"))));
      export.attached(role, arns);
    }
    String arn = call.argument("policyArn");
    if (parts.get("PolicyVersion") instanceof Value.Mapping version && !arn.isEmpty()) {
      Map<String, Value> attributes = Shape.managedPolicy(arn, new Item(version).get("Document"));
      exports.add(at, resource("AWS::IAM::ManagedPolicy", Shape.policyId(arn), attributes));
    }
  }

  private static void addStackResource(AccountExport export, Item resource) {
    if (resource.text("ResourceType").startsWith("AWS::ApiGateway")) {
      export.logicalId(resource.text("PhysicalResourceId"), resource.text("LogicalResourceId"));
    }
  }

  private ExportedResource resource(String type, String id, Map<String, Value> attributes) {
    return new ExportedResource(type, id, attributes, path, place, ExportedResource.NOW, false);
  }

  /** Whether a query of AWS Config asked for all of the configuration. */
  static boolean selectsAll(@Nullable Value queryInfo) {
    return queryInfo instanceof Value.Mapping info
        && new Item(info)
            .list("SelectFields").stream()
                .anyMatch(field -> Item.of(field).text("Name").equals("configuration"));
  }
}
