package dev.iacguard.cli.report;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageFacts.AccessLog;
import dev.iacguard.core.rule.report.StageFacts.AccountRole;
import dev.iacguard.core.rule.report.StageFacts.Destination;
import dev.iacguard.core.rule.report.StageFacts.Format;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.core.rule.report.StageFacts.Tags;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Results made by hand. */
public final class Samples {
  static final RuleInfo NO_LOG =
      new RuleInfo("IG101", "stage-without-access-log", "Stage without log", Severity.ERROR);
  static final RuleInfo FIELDS =
      new RuleInfo("IG104", "log-format-lacks-required-field", "Lacks field", Severity.ERROR);
  static final RuleInfo CLASS =
      new RuleInfo("IG205", "log-group-class-unsuitable", "Unsuitable", Severity.WARNING);

  static final SourceFile API =
      new SourceFile(
          "infra/api.tf",
          """
          resource "aws_api_gateway_stage" "prod" {
            access_log_settings {
              format = local.log_format
            }
          }
          """);
  static final SourceFile LOCALS =
      new SourceFile("infra/locals.tf", "locals {\n  log_format = var.format\n}\n");

  private Samples() {}

  /** Writes a report. */
  public interface Body {
    void write(Writer out) throws IOException;
  }

  public static String written(Body body) {
    StringWriter out = new StringWriter();
    try {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** The first place where the text stands. */
  static Span find(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    return file.span(start, start + text.length());
  }

  static Subject subject(String id, String stack) {
    return new Subject("stage", id, "REST", stack, List.of());
  }

  static Verdict fail(RuleInfo rule, Subject subject, Finding finding) {
    return verdict(rule, subject, Verdict.Kind.FAIL, "", finding);
  }

  static Verdict verdict(
      RuleInfo rule, Subject subject, Verdict.Kind kind, String when, @Nullable Finding finding) {
    return new Verdict(rule, subject, API.all(), kind, when, finding);
  }

  public static Report report(StackReport... stacks) {
    return report(List.of(), stacks);
  }

  public static Report report(List<Problem> problems, StackReport... stacks) {
    CheckResult result = new CheckResult(List.of(stacks), problems, List.of(), List.of(), 7);
    return new Report(
        result,
        ReportedFindings.of(result, shown -> "root/" + shown),
        problems,
        List.of("infra"),
        "1.2.3",
        Duration.ofMillis(1234),
        Review.NONE,
        shown -> shown,
        ServiceLoader.load(RulePack.class).findFirst().orElseThrow(),
        Map.of());
  }

  public static StackReport stack(List<Verdict> verdicts, StageFacts... stages) {
    return new StackReport("infra", verdicts, List.of(stages), List.of());
  }

  public static StageFacts stage(String id, Map<String, Verdict.Kind> verdicts) {
    Map<String, @Nullable String> tags = new TreeMap<>();
    tags.put("Owner", "team");
    tags.put("CostCenter", null);
    return new StageFacts(
        id,
        id,
        "prod",
        "infra",
        "declared",
        "REST",
        Language.TERRAFORM,
        find(API, "resource \"aws_api_gateway_stage\" \"prod\""),
        new AccessLog(
            "yes",
            null,
            new Format("json", List.of("$context.requestId", "$context.status"), true, 60, null),
            new Destination("log-group", "aws_cloudwatch_log_group.logs", null)),
        new LogGroup(
            "aws_cloudwatch_log_group.logs", true, "/api", 30, "days", new Tags(tags, true)),
        new Tags(tags, false),
        new AccountRole("declared", "aws_iam_role.apigw.arn", true),
        List.of("var.format"),
        verdicts,
        Set.of(),
        "");
  }

  /** A stage of which hardly anything is known. */
  public static StageFacts bareStage(String id, Map<String, Verdict.Kind> verdicts) {
    return new StageFacts(
        id,
        id,
        null,
        "infra",
        "quick-create",
        "HTTP",
        Language.SAM,
        find(API, "format"),
        new AccessLog("unknown", null, null, null),
        null,
        new Tags(Map.of(), true),
        new AccountRole("not-required", null, null),
        List.of(),
        verdicts,
        Set.of(),
        "");
  }
}
