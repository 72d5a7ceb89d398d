package dev.iacguard.cli.merge;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A history: what happened each day, one JSON object a line; the shape of a line is {@code
 * schemas/history-1.json}.
 */
public final class HistoryFile {
  private static final int SCHEMA_VERSION = 1;

  private final String name;
  private final Path path;
  private final CliEnvironment cliEnvironment;

  private HistoryFile(String name, Path path, CliEnvironment cliEnvironment) {
    this.name = name;
    this.path = path;
    this.cliEnvironment = cliEnvironment;
  }

  /**
   * @param file as the user wrote it; it need not be there
   */
  public static HistoryFile of(String option, String file, CliEnvironment cliEnvironment) {
    String name = option + " " + file;
    return new HistoryFile(name, Output.file(name, file, cliEnvironment), cliEnvironment);
  }

  /**
   * Adds the day of a report, or replaces it when it is the last one. The file holds the old or the
   * new history at any time.
   *
   * @return the report with its development
   */
  public Merged append(Merged merged) throws IOException {
    HistoryState state = HistoryReader.read(name, path, merged.date());
    HistoryStep step = HistoryStep.of(merged, state);
    long kept = state.lines;
    // The old file is open while it is replaced: its place is taken when all is written.
    Output.write(
        path,
        cliEnvironment,
        out -> {
          if (kept > 0) {
            copy(kept, out);
          }
          for (HistoryEvent event : step.events()) {
            Json.object(out, json -> event(event, json));
          }
          Json.object(out, json -> point(step.point(), json));
        });
    return merged.with(Developments.of(state, merged.date()));
  }

  private void copy(long lines, Writer out) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (long i = 0; i < lines; i++) {
        @Nullable String line = in.readLine();
        if (line != null) {
          out.write(line + "\n");
        }
      }
    }
  }

  private static void event(HistoryEvent event, Json json) {
    boolean finding = event.kind().isOfFinding();
    json.number("schemaVersion", SCHEMA_VERSION)
        .text("type", finding ? "finding" : "repository")
        .text("date", event.date().toString())
        .text("event", event.kind().label())
        .text("repository", event.repository());
    if (finding) {
      json.text("rule", event.rule())
          .text("severity", event.severity())
          .text("fingerprint", event.fingerprint());
    }
  }

  private static void point(HistoryPoint point, Json json) {
    json.number("schemaVersion", SCHEMA_VERSION)
        .text("type", "summary")
        .text("date", point.date().toString());
    point.tally().write(json);
    json.number("open", point.findings().open())
        .number("opened", point.findings().opened())
        .number("fixed", point.findings().fixed())
        .number("waived", point.findings().waived())
        .number("waivers", point.waivers());
    json.numberOrNull("waiverAge", point.waiverAge()).numberOrNull("cost", point.cost());
    json.number("unreadable", point.unreadable()).number("missing", point.missing());
    Tally.write("environments", point.environments(), json);
    Tally.write("teams", point.teams(), json);
  }
}
