package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.environment.Version;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.report.logs.LogReport;
import dev.iacguard.core.logs.LogLayout;
import dev.iacguard.core.logs.LogRun;
import dev.iacguard.core.logs.LogSummary;
import dev.iacguard.core.rule.pack.LogIngestion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads samples of access logs, from the user's options to the report. */
public final class LogsRun {
  private static final String STANDARD_INPUT = "-";
  private static final long MILLION = 1_000_000;
  private static final BigDecimal GIGABYTE = BigDecimal.TEN.pow(9);

  private LogsRun() {}

  /**
   * @param files as the user wrote them
   * @param layout of all of them
   * @param stage the stage that the layout comes from; null for none
   * @param requestsPerMonth null for those of the policy
   * @param options where to look for a policy
   */
  public static LogReport run(
      List<String> files,
      LogLayout layout,
      @Nullable String stage,
      @Nullable Long requestsPerMonth,
      InputOptions options,
      CliEnvironment cliEnvironment) {
    ResolvedInput input = ResolvedInput.of(options, cliEnvironment);
    @Nullable LogIngestion ingestion =
        PolicyChoice.of(PolicyChoice.source(options.policy().file(), input, input.tree()), input)
            .pack()
            .ingestion();
    LogRun run = new LogRun(layout);
    for (String file : files) {
      read(file, run, cliEnvironment);
    }
    LogSummary summary = run.summary();
    return new LogReport(
        Version.current(), summary, stage, cost(summary, requestsPerMonth, ingestion));
  }

  private static void read(String file, LogRun run, CliEnvironment cliEnvironment) {
    if (file.equals(STANDARD_INPUT)) {
      run.read(NamedPipe.STANDARD_INPUT, cliEnvironment.in());
      return;
    }
    Path path = path(file, cliEnvironment);
    if (!Files.isRegularFile(path) && !NamedPipe.isOne(path)) {
      run.refuse(file, SpecialFile.describe(path));
      return;
    }
    try (InputStream in = NamedPipe.stream(path)) {
      run.read(file, in);
    } catch (IOException e) {
      run.refuse(file, "cannot be read: " + Output.reason(e));
    }
  }

  private static Path path(String file, CliEnvironment cliEnvironment) {
    try {
      return cliEnvironment.folder().resolve(file);
    } catch (InvalidPathException e) {
      throw new UsageException(file + " is not a path");
    }
  }

  private static LogReport.@Nullable Cost cost(
      LogSummary summary, @Nullable Long requestsPerMonth, @Nullable LogIngestion ingestion) {
    if (ingestion == null || summary.requests() == 0) {
      return null;
    }
    @Nullable Long monthly =
        requestsPerMonth == null ? ingestion.requestsPerMonth() : requestsPerMonth;
    long requests = monthly == null ? MILLION : monthly;
    BigDecimal gigabytes =
        BigDecimal.valueOf(summary.bytes())
            .multiply(BigDecimal.valueOf(requests))
            .divide(BigDecimal.valueOf(summary.requests()), MathContext.DECIMAL64)
            .divide(GIGABYTE, MathContext.DECIMAL64);
    BigDecimal total =
        monthly == null ? gigabytes.multiply(ingestion.perGigabyte()) : ingestion.month(gigabytes);
    return new LogReport.Cost(requests, monthly != null, total.doubleValue(), ingestion.prices());
  }
}
