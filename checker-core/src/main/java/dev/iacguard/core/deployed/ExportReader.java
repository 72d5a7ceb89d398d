package dev.iacguard.core.deployed;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a file of answers, each a JSON value, one behind the other. */
final class ExportReader {
  private final JsonCursor json;
  private final String path;
  private final Exports exports;
  private @Nullable Answer open;

  private ExportReader(JsonCursor json, String path, Exports exports) {
    this.json = json;
    this.path = path;
    this.exports = exports;
  }

  /**
   * Adds what a file says. A file that breaks off is a problem, and what it says before counts.
   *
   * @param path as shown
   */
  static void read(InputStream in, String path, Exports exports) throws IOException {
    List<Problem> wrongTypes = new ArrayList<>();
    try (PackedStream bytes = PackedStream.open(in)) {
      JsonCursor json = new JsonCursor(bytes, path, false, wrongTypes::add);
      ExportReader reader = new ExportReader(json, path, exports);
      @Nullable Problem broken = json.readEach(reader::document);
      Answer unfinished = reader.open;
      if (unfinished != null) {
        unfinished.breakOff();
      }
      wrongTypes.forEach(exports::problem);
      String packing = bytes.problem();
      if (!packing.isEmpty()) {
        exports.problem(Problem.unreadable(json.here(" ").all(), packing));
      } else if (broken != null) {
        exports.problem(broken);
      }
    }
  }

  private void document() {
    if (json.token() != JsonToken.START_OBJECT) {
      json.skip();
      return;
    }
    Answer answer = new Answer(json, path, exports);
    open = answer;
    json.members("an answer", answer::member);
    answer.end();
    open = null;
  }
}
