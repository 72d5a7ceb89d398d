package dev.iacguard.cli.report.sarif;

import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The report of {@code check} as SARIF 2.1.0 (OASIS). Paths are relative to the root of the
 * repository, columns count UTF-16 code units, lines and columns start from 1.
 */
public final class SarifReport implements ReportWriter<Report> {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final ToIntFunction<Report> exitCode;

  /**
   * @param exitCode what a run ends with
   */
  public SarifReport(ToIntFunction<Report> exitCode) {
    this.exitCode = exitCode;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    int code = exitCode.applyAsInt(report);
    Json.shownObject(
        out,
        json ->
            json.text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .objects("runs", List.of(report), run -> new SarifRun(run, json).write(code)));
  }
}
