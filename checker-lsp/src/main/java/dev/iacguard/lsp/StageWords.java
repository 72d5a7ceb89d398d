package dev.iacguard.lsp;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is known of a stage, for people. */
final class StageWords {
  private static final int MOST_FIELDS = 6;

  private StageWords() {}

  /** {@code logs json with 5 fields to aws_cloudwatch_log_group.log, kept for 30 days}. */
  static String line(StageFacts stage) {
    StageFacts.AccessLog log = stage.accessLog();
    return switch (log.status()) {
      case "no" -> "no access log";
      case "unknown" -> "access log: not known";
      case "conditional" -> "no access log when " + Printable.line(String.valueOf(log.when()));
      default -> "logs " + format(log.format()) + destination(stage);
    };
  }

  private static String format(StageFacts.@Nullable Format format) {
    if (format == null) {
      return "in a format that is not known";
    }
    List<String> fields = format.fields();
    String names = String.join(", ", fields.subList(0, Math.min(MOST_FIELDS, fields.size())));
    String more = fields.size() > MOST_FIELDS ? ", … (" + fields.size() + ")" : "";
    return Printable.line(
        names + more + (format.complete() ? "" : " and more") + " as " + format.kind());
  }

  private static String destination(StageFacts stage) {
    StageFacts.@Nullable Destination to = stage.accessLog().destination();
    String name = to == null ? null : to.resource() == null ? to.text() : to.resource();
    StageFacts.@Nullable LogGroup group = stage.logGroup();
    String kept =
        group == null
            ? ""
            : switch (group.retention()) {
              case "days" -> ", kept " + group.retentionDays() + " days";
              case "never" -> ", never expires";
              default -> "";
            };
    return (name == null ? "" : " to " + Printable.line(name)) + kept;
  }

  /** The facts as Markdown. */
  static String facts(StageFacts stage) {
    List<String> lines = new ArrayList<>();
    String name = stage.stageName() == null ? stage.id() : stage.stageName();
    lines.add("**Stage " + escaped(name) + "** (" + stage.api() + ")");
    lines.add("- " + escaped(line(stage)));
    if (!stage.tags().values().isEmpty()) {
      lines.add("- tags: " + escaped(String.join(", ", stage.tags().values().keySet())));
    }
    if (!stage.accountRole().status().equals("not-required")) {
      lines.add("- account logging role: " + stage.accountRole().status());
    }
    if (!stage.overridable().isEmpty()) {
      lines.add("- defaults used: " + escaped(String.join(", ", stage.overridable())));
    }
    return String.join("\n", lines);
  }

  /** As code in Markdown, on one line. */
  static String code(String text) {
    return "`" + Printable.line(text).replace('`', '\'') + "`";
  }

  /** What Markdown would read as its own is written as it stands. */
  static String escaped(String text) {
    return Printable.line(text).replaceAll("([\\\\`*_{}\\[\\]<>()#!|~])", "\\\\$1");
  }
}
