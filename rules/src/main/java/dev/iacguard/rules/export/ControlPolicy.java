package dev.iacguard.rules.export;

import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a service control policy. The condition keys are those of the service authorization
 * reference, {@code apigateway:Request/AccessLoggingDestination} and {@code …Format}, which
 * requests that create and update stages have.
 *
 * <p>A stage of a REST API is created without access log settings, which a second request adds.
 * Only requests with settings can be judged there, or else none could be created.
 */
final class ControlPolicy {
  /** AWS Organizations takes no longer policy; white space counts only inside strings. */
  static final int MOST_CHARACTERS = 5_120;

  private static final String DESTINATION = "apigateway:Request/AccessLoggingDestination";
  private static final String FORMAT = "apigateway:Request/AccessLoggingFormat";

  /** Paths of stages, as the end of an ARN. */
  private static final String ALL = "/*/stages*";

  private static final String OTHERS = "/apis/*/stages*";
  private static final String REST = "/restapis/*/stages*";
  private static final List<ApiKind> OTHER_KINDS = List.of(ApiKind.HTTP, ApiKind.WEBSOCKET);
  private static final List<ApiKind> REST_KIND = List.of(ApiKind.REST);

  private final List<String> statements = new ArrayList<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private int length = "{'Version':'2012-10-17','Statement':[]}".length();

  private ControlPolicy() {}

  static ControlPolicy of(Policy policy) {
    ControlPolicy written = new ControlPolicy();
    if (isOn("IG101", policy)) {
      written.add(
          "StageWithoutAccessLog",
          "apigateway:POST",
          "/apis/*/stages",
          List.of("\"Null\": {\"" + DESTINATION + "\": \"true\"}"));
      written.add(
          "AccessLogDeleted", "apigateway:DELETE", OTHERS + "/accesslogsettings", List.of());
    }
    if (isOn("IG103", policy)) {
      written.deny("DestinationIsNoLogGroup", OTHERS, DESTINATION, List.of("*:log-group:*"));
      written.deny(
          "RestDestinationIsNeitherLogGroupNorStream",
          REST,
          DESTINATION,
          List.of("*:log-group:*", "*:deliverystream/amazon-apigateway-*"));
    }
    if (isOn("IG104", policy)) {
      policy.accessLog().requiredFields().forEach(written::require);
    }
    return written;
  }

  private static boolean isOn(String rule, Policy policy) {
    return RuleSet.infos().stream()
        .anyMatch(info -> info.id().equals(rule) && policy.severity(info) != Severity.OFF);
  }

  private void require(Field field) {
    List<String> rest = patterns(field, REST_KIND);
    List<String> others = patterns(field, OTHER_KINDS);
    String id = "FormatLacks" + word(field.label());
    boolean fits;
    if (rest.equals(others)) {
      fits = deny(id, ALL, FORMAT, rest);
    } else {
      boolean restFits = deny("Rest" + id, REST, FORMAT, rest);
      fits = deny(id, OTHERS, FORMAT, others) && restFits;
    }
    if (!fits) {
      leftOut.add(field.label());
    }
  }

  /** For the variables of all kinds; empty when one of them cannot log the field. */
  private static List<String> patterns(Field field, List<ApiKind> kinds) {
    Set<String> patterns = new LinkedHashSet<>();
    if (kinds.stream().allMatch(field::isAvailable)) {
      for (ApiKind kind : kinds) {
        field
            .variables(kind)
            .forEach(name -> patterns.add("*" + ContextVariable.PREFIX + name + "*"));
      }
    }
    return List.copyOf(patterns);
  }

  /** {@code SourceIp} of {@code source-ip}: statement ids have letters and digits only. */
  private static String word(String label) {
    StringBuilder word = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter) {
        word.append(upper ? Character.toUpperCase(c) : c);
      }
      upper = !letter;
    }
    return word.toString();
  }

  /** Denies requests whose parameter is there and like none of the patterns. */
  private boolean deny(String id, String path, String key, List<String> patterns) {
    return patterns.isEmpty()
        || add(
            id,
            "apigateway:P*",
            path,
            List.of(
                "\"Null\": {\"" + key + "\": \"false\"}",
                "\"StringNotLike\": {\"" + key + "\": [" + quoted(patterns) + "]}"));
  }

  /** Adds a statement; false when there is no room for it. */
  private boolean add(String id, String action, String path, List<String> conditions) {
    String statement =
        """
        {
          "Sid": "%s",
          "Effect": "Deny",
          "Action": "%s",
          "Resource": "arn:*:apigateway:*::%s"%s
        }\
        """
            .formatted(id, action, path, condition(conditions))
            .indent(4)
            .stripTrailing();
    int more = statement.replaceAll("\\s+", "").length() + 1;
    if (length + more > MOST_CHARACTERS) {
      return false;
    }
    statements.add(statement);
    length += more;
    return true;
  }

  private static String condition(List<String> conditions) {
    return conditions.isEmpty()
        ? ""
        : ",\n  \"Condition\": {" + String.join(", ", conditions) + "}";
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
  }

  String text() {
    return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n"
        + String.join(",\n", statements)
        + "\n  ]\n}\n";
  }

  /** What is left out of each rule that is kept, by its id. */
  Map<String, String> partly() {
    String room = leftOut.isEmpty() ? "" : "; there is no room for " + String.join(", ", leftOut);
    return Map.of(
        "IG101",
        "HTTP and WebSocket stages only: a REST stage gets its log by a second request",
        "IG103",
        "only that it is a log group, or for REST APIs a stream of the right name",
        "IG104",
        "a longer name that starts like a variable counts as well; what only one of HTTP and"
            + " WebSocket APIs can log is not asked"
            + room);
  }
}
