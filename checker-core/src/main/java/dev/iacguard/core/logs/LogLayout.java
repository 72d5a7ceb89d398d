package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the format of a log before its first line is read.
 *
 * @param kind null when the format is to be recognised
 * @param format the text with its variables, for what is not JSON; empty when it is not known
 * @param variables of the members of a JSON format, by name; empty when they are not known
 */
public record LogLayout(@Nullable Kind kind, String format, Map<String, String> variables) {
  /** The format is found out from the first line. */
  public static final LogLayout RECOGNISED = new LogLayout(null, "", Map.of());

  /** Kinds of formats. */
  public enum Kind {
    JSON,
    CLF,
    CSV
  }

  /** Common formats of API Gateway (Set up access logging, AWS documentation) and of servers. */
  private static final List<String> COMMON =
      List.of(
          "$context.identity.sourceIp $context.identity.caller $context.identity.user"
              + " [$context.requestTime]\"$context.httpMethod $context.resourcePath"
              + " $context.protocol\" $context.status $context.responseLength $context.requestId",
          "$context.identity.sourceIp $context.identity.caller $context.identity.user"
              + " [$context.requestTime] \"$context.httpMethod $context.resourcePath"
              + " $context.protocol\" $context.status $context.responseLength $context.requestId",
          "$context.identity.sourceIp $context.identity.caller $context.identity.user"
              + " [$context.requestTime] \"$context.httpMethod $context.resourcePath"
              + " $context.protocol\" $context.status $context.responseLength");

  public static LogLayout of(Kind kind) {
    return new LogLayout(kind, "", Map.of());
  }

  /**
   * @param variables by name of the member, as the code of a stage has them
   */
  public static LogLayout json(Map<String, String> variables) {
    return new LogLayout(Kind.JSON, "", Map.copyOf(variables));
  }

  /** A format as the setting of a stage has it; null when lines cannot be split by it. */
  public static @Nullable LogLayout of(String format) {
    if (format.stripLeading().startsWith("{")) {
      Map<String, String> variables = variables(format.strip());
      return variables.isEmpty() ? null : json(variables);
    }
    boolean splits = TemplateLine.of("other", format, new FieldTable(Map.of())) != null;
    return splits ? new LogLayout(null, format.stripTrailing(), Map.of()) : null;
  }

  /** A format in JSON is nearly a line of its own log; only numbers are variables there. */
  private static Map<String, String> variables(String format) {
    String line = format.replaceAll("(?<=[:\\s])(\\$context\\.[A-Za-z0-9_.-]+)", "\"$1\"");
    byte[] bytes = line.replaceAll("[\\r\\n]+", " ").getBytes(StandardCharsets.UTF_8);
    FieldTable fields = new FieldTable(Map.of());
    ParsedLine parsed = new ParsedLine();
    Map<String, String> variables = new LinkedHashMap<>();
    if (new JsonLine(fields).read(bytes, 0, bytes.length, parsed)) {
      for (int i = 0; i < parsed.count; i++) {
        int length = parsed.to[i] - parsed.from[i];
        if (parsed.field[i] != FieldTable.OTHERS) {
          variables.put(
              fields.name(parsed.field[i]),
              new String(bytes, parsed.from[i], length, StandardCharsets.UTF_8));
        }
      }
    }
    return variables;
  }

  /** How to read lines, of which this is the first; null when nothing fits. */
  @Nullable LineFormat lineFormat(byte[] bytes, int from, int to, FieldTable fields) {
    if (!format.isEmpty()) {
      return TemplateLine.of("other", format, fields);
    }
    if (kind == Kind.JSON || (kind == null && from < to && bytes[from] == '{')) {
      return new JsonLine(fields);
    }
    if (kind != Kind.CSV) {
      ParsedLine parsed = new ParsedLine();
      for (String common : COMMON) {
        @Nullable TemplateLine template = TemplateLine.of("clf", common, fields);
        if (template != null
            && isCommon(bytes, from, to)
            && template.read(bytes, from, to, parsed)) {
          return template;
        }
      }
    }
    return kind == Kind.CLF ? null : CsvLine.of(bytes, from, to, kind == Kind.CSV, fields);
  }

  /** A date in brackets. */
  private static boolean isCommon(byte[] bytes, int from, int to) {
    for (int at = from; at < to - 7; at++) {
      if (bytes[at] == '[') {
        return bytes[at + 3] == '/' && bytes[at + 7] == '/';
      }
    }
    return false;
  }
}
