package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.core.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage as one row: what the JSON of {@code stages} says of it, flat.
 *
 * @param report the file that it comes from, as named
 * @param repository of the report
 * @param team empty when no tag names one
 * @param environment empty when it is not known
 * @param format the kind of the log format; null when it is not known
 * @param fields the variables of the format, in order
 * @param bytes what one request writes; null when it is not known
 * @param monthlyCost of its log, in US dollars; null when it is not known
 * @param logGroup its name or address; null when there is none or it is not known
 * @param rules those that make the stage what it is, sorted
 * @param verdicts by rule
 */
public record MergedStage(
    String report,
    String repository,
    String team,
    String environment,
    String stack,
    String id,
    @Nullable String stageName,
    String kind,
    String api,
    String language,
    String path,
    int line,
    String accessLog,
    @Nullable String format,
    List<String> fields,
    @Nullable Long bytes,
    @Nullable Double monthlyCost,
    @Nullable String logGroup,
    @Nullable String retention,
    @Nullable Long retentionDays,
    String accountRole,
    Compliance compliance,
    List<String> rules,
    Map<String, Verdict.Kind> verdicts) {}
