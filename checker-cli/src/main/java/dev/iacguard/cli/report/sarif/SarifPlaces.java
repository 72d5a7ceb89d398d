package dev.iacguard.cli.report.sarif;

import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Uris;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes places in the form of SARIF. */
final class SarifPlaces {
  /** The name of the folder that paths start from. */
  static final String ROOT = "SRCROOT";

  /** A longer piece of code is not repeated in the report. */
  private static final int MOST_CHARACTERS = 400;

  private final UnaryOperator<String> paths;
  private final Json json;

  SarifPlaces(UnaryOperator<String> paths, Json json) {
    this.paths = paths;
    this.json = json;
  }

  /** The members of a location. */
  void location(Span at) {
    json.object("physicalLocation", physical -> physical(at));
  }

  /** The members of a location with a message. */
  void location(String message, Span at) {
    location(at);
    json.object("message", text -> text.text("text", SarifText.escaped(message)));
  }

  /**
   * The members of the location of a whole file or folder.
   *
   * @param path from the root of the repository
   */
  void whole(String path) {
    json.object("physicalLocation", physical -> artifact(path));
  }

  private void artifact(String path) {
    json.object(
        "artifactLocation",
        artifact ->
            artifact.text("uri", path.isEmpty() ? "." : Uris.path(path)).text("uriBaseId", ROOT));
  }

  private void physical(Span at) {
    artifact(paths.apply(at.path()));
    if (!at.file().text().isEmpty()) {
      json.object("region", region -> region(at));
    }
  }

  /**
   * The members of a fix.
   *
   * @param edits by file
   */
  void changes(List<Edit> edits) {
    Map<String, List<Edit>> byPath = new LinkedHashMap<>();
    edits.forEach(
        edit -> byPath.computeIfAbsent(edit.file().path(), path -> new ArrayList<>()).add(edit));
    json.objects(
        "artifactChanges",
        byPath.entrySet(),
        change -> {
          artifact(paths.apply(change.getKey()));
          json.objects("replacements", change.getValue(), this::replacement);
        });
  }

  private void replacement(Edit edit) {
    Span deleted = edit.file().span(edit.start(), edit.end());
    json.object("deletedRegion", region -> bounds(deleted))
        .object("insertedContent", content -> content.code("text", edit.text()));
  }

  private void bounds(Span at) {
    json.number("startLine", at.from().line())
        .number("startColumn", at.from().column())
        .number("endLine", at.to().line())
        .number("endColumn", at.to().column());
  }

  private void region(Span at) {
    bounds(at);
    int length = at.end() - at.start();
    if (length > 0 && length <= MOST_CHARACTERS) {
      json.object("snippet", snippet -> snippet.text("text", at.text()));
    }
  }
}
