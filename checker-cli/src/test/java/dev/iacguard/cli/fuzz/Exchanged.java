package dev.iacguard.cli.fuzz;

import dev.iacguard.core.logs.LogLayout;
import dev.iacguard.core.logs.LogRun;
import dev.iacguard.core.logs.LogSummary;
import dev.iacguard.core.model.Inputs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What others hand over: exports of accounts, reports of other runs, lines of access logs. */
final class Exchanged {
  private static final List<LogLayout> LAYOUTS =
      List.of(
          LogLayout.RECOGNISED,
          LogLayout.of(LogLayout.Kind.CSV),
          LogLayout.of(LogLayout.Kind.CLF),
          Objects.requireNonNull(
              LogLayout.of("$context.requestTime [$context.routeKey] $context.status")));

  private static final String MERGE =
      """
      merge
      a.json
      b.json
      --date
      2026-11-01
      --format
      json
      --history
      history.ndjson
      """;

  private Exchanged() {}

  static Object export(byte[] input) {
    InputFiles tree = InputFiles.of("111122223333/eu-west-1/rest-stages.json", input);
    return Judging.judged(Judging.RULES, tree, Inputs.NONE);
  }

  /** The first file is a report; the input may hold {@code b.json} and {@code history.ndjson}. */
  static Object merge(byte[] input) {
    byte[] start = (MERGE.strip() + "\n=== a.json\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[start.length + input.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(input, 0, all, start.length, input.length);
    return CommandLineRun.of(all);
  }

  static Object logLines(byte[] input) {
    List<LogSummary> summaries = new ArrayList<>();
    for (LogLayout layout : LAYOUTS) {
      LogRun run = new LogRun(layout);
      run.read("a.log", new ByteArrayInputStream(input));
      LogSummary summary = run.summary();
      if (summary.bytes() < 0 || summary.largest() > summary.bytes() + summary.unparsedBytes()) {
        throw new AssertionError(summary);
      }
      summaries.add(summary);
    }
    return summaries;
  }
}
