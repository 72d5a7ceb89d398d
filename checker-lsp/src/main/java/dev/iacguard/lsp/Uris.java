package dev.iacguard.lsp;

import dev.iacguard.core.source.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/** Names files as the client does, and gives places in its documents. */
final class Uris {
  private final Folder folder;
  private final Map<Path, Document> open = new HashMap<>();
  private final Map<String, Named> known = new HashMap<>();

  /**
   * @param marked whether the client counts a byte order mark
   */
  private record Named(String uri, boolean marked) {}

  Uris(Folder folder, Iterable<Document> documents) {
    this.folder = folder;
    for (Document document : documents) {
      if (document.path() != null) {
        open.put(document.path().normalize(), document);
      }
    }
  }

  String of(Span at) {
    return named(at.path()).uri();
  }

  private Named named(String shown) {
    Named name = known.get(shown);
    if (name == null) {
      Path file = folder.fileOf(shown);
      @Nullable Document document = open.get(file);
      name =
          document == null
              ? new Named(file.toUri().toString(), false)
              : new Named(document.uri(), SavedText.hasMark(document.text()));
      known.put(shown, name);
    }
    return name;
  }

  /** A byte order mark that the client counts is moved past. */
  Range range(Span at) {
    Range range = TextPositions.range(at);
    if (named(at.path()).marked()) {
      for (Position position : List.of(range.getStart(), range.getEnd())) {
        if (position.getLine() == 0) {
          position.setCharacter(position.getCharacter() + 1);
        }
      }
    }
    return range;
  }
}
