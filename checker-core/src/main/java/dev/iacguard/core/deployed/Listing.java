package dev.iacguard.core.deployed;

import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of the AWS CLI that are read, by the name that the list has in the answer. */
enum Listing {
  REST_APIS("items") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      String id = item.text("Id");
      return id.isEmpty() || !item.has("Name")
          ? null
          : found(REST_API, "restapis/" + id, Shape.api(item, id), path, place);
    }

    @Override
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      export.complete(REST_API);
      resources.forEach(export::listed);
    }
  },
  REST_STAGES("item") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      String api = arguments.getOrDefault("restApiId", "");
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
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      export.stagesOf("restapis/" + arguments.getOrDefault("restApiId", ""));
    }
  },
  /** APIs and stages of version 2 have the same name. */
  VERSION_2("Items") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      if (item.has("ProtocolType")) {
        String id = item.text("ApiId");
        return found(API, "apis/" + id, Shape.api(item, id), path, place);
      }
      String api = arguments.getOrDefault("apiId", "");
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
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      String api = arguments.get("apiId");
      if (api == null) {
        export.complete(API);
        resources.forEach(export::listed);
      } else {
        export.stagesOf("apis/" + api);
      }
    }
  },
  LOG_GROUPS("logGroups") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      String id = "log-group:" + item.text("LogGroupName");
      return found("AWS::Logs::LogGroup", id, Shape.logGroup(item), path, place);
    }

    @Override
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      export.complete("AWS::Logs::LogGroup");
    }
  },
  METRIC_FILTERS("metricFilters") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      String id = "metric-filter:" + item.text("LogGroupName") + ":" + item.text("FilterName");
      return found("AWS::Logs::MetricFilter", id, Shape.metricFilter(item), path, place);
    }

    @Override
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      export.complete("AWS::Logs::MetricFilter");
    }
  },
  ALARMS("MetricAlarms") {
    @Override
    @Nullable ExportedResource resource(
        Item item, Map<String, String> arguments, String path, Place place) {
      String id = "alarm:" + item.text("AlarmName");
      return found("AWS::CloudWatch::Alarm", id, Shape.alarm(item), path, place);
    }

    @Override
    void complete(
        AccountExport export, Map<String, String> arguments, List<ExportedResource> resources) {
      export.complete("AWS::CloudWatch::Alarm");
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
   * @param arguments of the call; empty when they are not known
   */
  abstract @Nullable ExportedResource resource(
      Item item, Map<String, String> arguments, String path, Place place);

  /** Notes that the answer of a call held all there is. */
  abstract void complete(
      AccountExport export, Map<String, String> arguments, List<ExportedResource> resources);

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
