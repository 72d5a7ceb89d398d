package dev.iacguard.cli.deployed;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stage that logs to a Firehose stream or a log group of its own, with an authorizer, in every
 * language that it can be read in.
 *
 * @param name of all its resources; letters and digits
 * @param api REST, HTTP or WEBSOCKET
 * @param stream the name of its stream; empty for a log group
 * @param tags of the stream or log group
 * @param authorizer its type; empty for none
 */
record SameStage(
    String name, String api, String stream, Map<String, String> tags, String authorizer) {
  static final String FORMAT =
      "{\"requestId\":\"$context.requestId\",\"status\":\"$context.status\"}";
  static final Map<String, String> TAGS = Map.of("Owner", "tickets", "CostCenter", "4711");
  static final int DAYS = 90;

  boolean isRest() {
    return api.equals("REST");
  }

  String group() {
    return "/apis/" + name;
  }

  String arn() {
    return stream.isEmpty()
        ? "arn:aws:logs:eu-west-1:111122223333:log-group:" + group()
        : "arn:aws:firehose:eu-west-1:111122223333:deliverystream/" + stream;
  }

  String id() {
    return "id" + name;
  }

  static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  static List<Map<String, String>> pairs(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
        .toList();
  }
}
