package dev.iacguard.core.deployed;

import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of the AWS CLI that are read, by the name that the list has in the answer. */
enum Listing {
  /** APIs, and the authorizers of one. */
  REST_APIS("items") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String id = item.text("Id");
      if (call.isAboutAuthorizers()) {
        String api = call.argument("restApiId");
        String address = "restapis/" + api + "/authorizers/" + id;
        return found(
            "AWS::ApiGateway::Authorizer", address, Shape.restAuthorizer(item, api), path, place);
      }
      return id.isEmpty() || !item.has("Name")
          ? null
          : found(REST_API, "restapis/" + id, Shape.api(item, id), path, place);
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      if (!call.isAboutAuthorizers()) {
        export.complete(REST_API);
        resources.forEach(export::listed);
      }
    }
  },
  REST_STAGES("item") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String api = call.argument("restApiId");
      return item.has("StageName")
          ? found(
              "AWS::ApiGateway::Stage",
              stageId("restapis/", api, item, path),
              Shape.restStage(item, api),
              path,
              place)
          : null;
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      export.stagesOf("restapis/" + call.argument("restApiId"));
    }
  },
  /** Lists of version 2 have the same name: APIs, stages and authorizers. */
  VERSION_2("Items") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      if (item.has("ProtocolType")) {
        String id = item.text("ApiId");
        return found(API, "apis/" + id, Shape.api(item, id), path, place);
      }
      String api = call.argument("apiId");
      if (call.isAboutAuthorizers()) {
        String address = "apis/" + api + "/authorizers/" + item.text("AuthorizerId");
        return found(
            "AWS::ApiGatewayV2::Authorizer", address, Shape.authorizer(item, api), path, place);
      }
      return item.has("StageName")
          ? found(
              "AWS::ApiGatewayV2::Stage",
              stageId("apis/", api, item, path),
              Shape.stage(item, api),
              path,
              place)
          : null;
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      String api = call.argument("apiId");
      if (api.isEmpty()) {
        export.complete(API);
        resources.forEach(export::listed);
      } else if (!call.isAboutAuthorizers()) {
        export.stagesOf("apis/" + api);
      }
    }
  },
  LOG_GROUPS("logGroups") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String id = "log-group:" + item.text("LogGroupName");
      return found("AWS::Logs::LogGroup", id, Shape.logGroup(item), path, place);
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      export.complete("AWS::Logs::LogGroup");
    }
  },
  METRIC_FILTERS("metricFilters") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String id = "metric-filter:" + item.text("LogGroupName") + ":" + item.text("FilterName");
      return found("AWS::Logs::MetricFilter", id, Shape.metricFilter(item), path, place);
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      export.complete("AWS::Logs::MetricFilter");
    }
  },
  ALARMS("MetricAlarms") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String id = "alarm:" + item.text("AlarmName");
      return found("AWS::CloudWatch::Alarm", id, Shape.alarm(item), path, place);
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      export.complete("AWS::CloudWatch::Alarm");
    }
  },
  STACKS("Stacks") {
    @Override
    @Nullable ExportedResource resource(Item item, Call call, String path, Place place) {
      String name = item.text("StackName");
      return name.isEmpty()
          ? null
          : found("AWS::CloudFormation::Stack", "stack/" + name, Shape.stack(item), path, place);
    }

    @Override
    void complete(AccountExport export, Call call, List<ExportedResource> resources) {
      // Stacks that own no stage are not asked for.
    }
  };

  private static final String REST_API = "AWS::ApiGateway::RestApi";
  private static final String API = "AWS::ApiGatewayV2::Api";

  private final String label;

  Listing(String label) {
    this.label = label;
  }

  static @Nullable Listing named(String name) {
    for (Listing listing : values()) {
      if (listing.label.equals(name)) {
        return listing;
      }
    }
    return null;
  }

  /**
   * An element as a resource; null for what is something else.
   *
   * @param call that it answers, as far as that is known
   */
  abstract @Nullable ExportedResource resource(Item item, Call call, String path, Place place);

  /** Notes that the answer of a call held all there is. */
  abstract void complete(AccountExport export, Call call, List<ExportedResource> resources);

  private static ExportedResource found(
      String type, String id, Map<String, Value> attributes, String path, Place place) {
    return new ExportedResource(type, id, attributes, path, place, ExportedResource.NOW, false);
  }

  /** Stages of APIs that are not known are one only when they stand in one file. */
  private static String stageId(String apis, String api, Item item, String path) {
    String stage = "/stages/" + item.text("StageName");
    return api.isEmpty() ? apis + "unknown" + stage + " of " + path : apis + api + stage;
  }
}
