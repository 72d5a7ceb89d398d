package dev.iacguard.cli.report;

import dev.iacguard.core.rule.report.StageFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stage as a row of a table. */
public final class StageRow {
  /** The head of a table of stages. */
  public static final List<String> HEAD =
      List.of("stage", "API", "log", "format", "expiry", "role", "verdict");

  /** The columns of a stage for programs, named as in JSON. */
  public static final List<String> COLUMNS =
      List.of(
          "stack",
          "id",
          "stageName",
          "kind",
          "api",
          "language",
          "path",
          "line",
          "accessLog",
          "format",
          "fields",
          "logGroup",
          "retention",
          "retentionDays",
          "accountRole",
          "compliance",
          "rules");

  private static final int MOST_RULES = 2;
  private static final String NONE = "-";

  private StageRow() {}

  /** As many cells as {@link #HEAD} has, the stage's address first and its verdict last. */
  public static List<String> of(StageFacts stage) {
    return List.of(
        stage.id(),
        api(stage.api()),
        stage.accessLog().status(),
        format(stage.accessLog().format()),
        retention(stage.logGroup()),
        role(stage.accountRole()),
        verdict(stage));
  }

  /** The kind of an API as people write it. */
  public static String api(String kind) {
    return switch (kind) {
      case "WEBSOCKET" -> "WebSocket";
      case "UNKNOWN" -> "unknown";
      default -> kind;
    };
  }

  private static String format(StageFacts.@Nullable Format format) {
    if (format == null) {
      return NONE;
    }
    return format.kind() + " " + format.fields().size() + (format.complete() ? "" : "+");
  }

  private static String retention(StageFacts.@Nullable LogGroup group) {
    if (group == null) {
      return NONE;
    }
    return group.retentionDays() == null ? group.retention() : group.retentionDays() + " d";
  }

  private static String role(StageFacts.AccountRole role) {
    return switch (role.status()) {
      case "declared" -> "yes";
      case "none-declared" -> "none";
      case "not-required" -> NONE;
      default -> role.status();
    };
  }

  private static String verdict(StageFacts stage) {
    Compliance compliance = Compliance.of(stage);
    List<String> rules = compliance.rules(stage);
    StringBuilder verdict = new StringBuilder(compliance.label());
    for (String rule : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
      verdict.append(' ').append(rule);
    }
    return rules.size() > MOST_RULES
        ? verdict.append(" +").append(rules.size() - MOST_RULES).toString()
        : verdict.toString();
  }
}
