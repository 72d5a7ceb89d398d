package dev.iacguard.rules.export;

import dev.iacguard.rules.view.format.ApiKind;
import java.util.List;

/**
 * Where Guard finds the settings of a stage.
 *
 * @param type of the resource
 * @param label of the stages, in file names
 * @param kinds what the API may be: the type of the resource does not tell HTTP from WebSocket APIs
 * @param methods the way to each set of method or route settings, with the members' names
 * @param tagValue the way from a selected tag to its value; empty when tags are a map
 */
record StagePaths(
    String type,
    String label,
    List<ApiKind> kinds,
    String destination,
    String format,
    List<Settings> methods,
    String tags,
    String tagValue) {

  /**
   * Settings of methods or routes.
   *
   * @param each the way to them
   * @param single true when there is one, false when there may be many
   */
  record Settings(String each, boolean single, String trace, String level) {}

  private static final List<ApiKind> REST = List.of(ApiKind.REST);
  private static final List<ApiKind> OTHERS = List.of(ApiKind.HTTP, ApiKind.WEBSOCKET);
  private static final String REST_STAGE = "AWS::ApiGateway::Stage";
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String REST_LABEL = "rest-stages";
  private static final String LABEL = "http-and-websocket-stages";

  /** In configuration items; the members are those of awslabs/aws-config-resource-schema. */
  static final List<StagePaths> ITEMS =
      List.of(
          new StagePaths(
              REST_STAGE,
              REST_LABEL,
              REST,
              "configuration.accessLogSettings.destinationArn",
              "configuration.accessLogSettings.format",
              List.of(
                  new Settings(
                      "configuration.methodSettings.*", false, "dataTraceEnabled", "loggingLevel")),
              "tags",
              ""),
          new StagePaths(
              STAGE,
              LABEL,
              OTHERS,
              "configuration.accessLogSettings.destinationArn",
              "configuration.accessLogSettings.format",
              List.of(
                  new Settings(
                      "configuration.defaultRouteSettings",
                      true,
                      "dataTraceEnabled",
                      "loggingLevel"),
                  new Settings(
                      "configuration.routeSettings.*", false, "dataTraceEnabled", "loggingLevel")),
              "tags",
              ""));

  /** In the properties of CloudFormation resources. */
  static final List<StagePaths> PROPERTIES =
      List.of(
          new StagePaths(
              REST_STAGE,
              REST_LABEL,
              REST,
              "Properties.AccessLogSetting.DestinationArn",
              "Properties.AccessLogSetting.Format",
              List.of(
                  new Settings(
                      "Properties.MethodSettings", false, "DataTraceEnabled", "LoggingLevel")),
              "Properties.Tags",
              ".Value"),
          new StagePaths(
              STAGE,
              LABEL,
              OTHERS,
              "Properties.AccessLogSettings.DestinationArn",
              "Properties.AccessLogSettings.Format",
              List.of(
                  new Settings(
                      "Properties.DefaultRouteSettings", true, "DataTraceEnabled", "LoggingLevel"),
                  new Settings(
                      "Properties.RouteSettings.*", false, "DataTraceEnabled", "LoggingLevel")),
              "Properties.Tags",
              ""));

  /** Selects the tags whose key matches. */
  String tagsWith(String pattern) {
    return tags + (tagValue.isEmpty() ? "[ keys == " : "[ Key == ") + pattern + " ]";
  }
}
