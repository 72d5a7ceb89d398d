package dev.iacguard.cli.report.suggestion;

import dev.iacguard.cli.report.FindingGroups;
import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.RulePage;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditSet;
import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of {@code check} in reviewdog's diagnostic format (rdjson), with the code that fixes
 * them. Columns count bytes of UTF-8. A suggestion there is one range of lines of the file that the
 * finding is in; what takes more is left to {@code fix}.
 */
public final class SuggestionsReport implements ReportWriter<Report> {
  /** Lines that a suggestion replaces at most; people see all of them as changed. */
  private static final int MOST_LINES = 20;

  /**
   * Whole lines that take the place of others.
   *
   * @param first 1-based
   * @param last of those that go
   * @param text without the last line end
   */
  private record Lines(int first, int last, String text) {}

  @Override
  public void write(Report report, Writer out) throws IOException {
    Json.shownObject(
        out,
        json ->
            json.object("source", source -> source.text("name", "iac-guard"))
                .objects(
                    "diagnostics",
                    FindingGroups.of(report.findings()),
                    group -> diagnostic(group, report, json)));
  }

  private static void diagnostic(GroupedFinding group, Report report, Json json) {
    @Nullable EditSet edits = Suggestions.of(group, report);
    @Nullable Lines lines = edits == null ? null : lines(edits.edits(), edits, group.at());
    json.text("message", message(group, edits != null && lines == null))
        .object(
            "location",
            location -> {
              location.text("path", report.paths().apply(group.at().path()));
              location.object("range", range -> range(group.at(), range));
            })
        .text("severity", severity(group))
        .object("code", code -> code(group.rule(), report, code));
    if (lines != null) {
      json.objects("suggestions", List.of(lines), suggestion -> suggestion(suggestion, json));
    }
  }

  private static String message(GroupedFinding group, boolean elsewhere) {
    List<String> words = new ArrayList<>();
    String when = group.lead().verdict().when();
    words.add(group.message() + (when.isEmpty() ? "" : " when " + when));
    words.addAll(group.helps());
    if (elsewhere) {
      words.add("'iac-guard fix' changes it");
    }
    return String.join("; ", words);
  }

  private static String severity(GroupedFinding group) {
    return switch (group.rank()) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      default -> "INFO";
    };
  }

  private static void code(String rule, Report report, Json json) {
    json.text("value", rule);
    @Nullable String page = report.rules().page(rule);
    String link = page == null ? "" : RulePage.of(page).link();
    if (!link.isEmpty()) {
      json.text("url", link);
    }
  }

  private static void range(Span at, Json json) {
    json.object("start", start -> position(at.from(), at.file(), start))
        .object("end", end -> position(at.to(), at.file(), end));
  }

  private static void position(Position position, SourceFile file, Json json) {
    int start = file.lineStart(position.offset());
    String before = file.text().substring(start, position.offset());
    int bytes = before.getBytes(StandardCharsets.UTF_8).length;
    json.number("line", position.line()).number("column", bytes + 1);
  }

  /** Null for edits of other files, of places far apart, or of lines that cannot be shown. */
  private static @Nullable Lines lines(List<Edit> edits, EditSet set, Span at) {
    SourceFile file = edits.getFirst().file();
    String path = file.path();
    if (!path.equals(at.path()) || !edits.stream().allMatch(e -> e.file().path().equals(path))) {
      return null;
    }
    int last = edits.stream().mapToInt(Edit::end).max().orElseThrow();
    int start = file.lineStart(edits.getFirst().start());
    int end = file.lineEnd(last);
    int firstLine = file.lineAt(start);
    int lastLine = file.lineAt(end);
    if (lastLine - firstLine >= MOST_LINES) {
      return null;
    }
    Map<String, String> texts = set.texts();
    String after = String.valueOf(texts.get(path));
    String text = after.substring(start, after.length() - (file.text().length() - end));
    return Suggestions.isHarmless(text) ? new Lines(firstLine, lastLine, text) : null;
  }

  private static void suggestion(Lines lines, Json json) {
    json.object(
            "range",
            range ->
                range
                    .object("start", start -> start.number("line", lines.first))
                    .object("end", end -> end.number("line", lines.last)))
        .code("text", lines.text);
  }
}
