package dev.iacguard.lsp;

import dev.iacguard.core.source.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/** Names files as the client does, and gives places in its documents. */
final class Uris {
  private final Folder folder;
  private final Map<Path, Document> open = new HashMap<>();
  private final Map<String, String> known = new HashMap<>();

  Uris(Folder folder, Iterable<Document> documents) {
    this.folder = folder;
    for (Document document : documents) {
      if (document.path() != null) {
        open.put(document.path().normalize(), document);
      }
    }
  }

  String of(Span at) {
    return known.computeIfAbsent(at.path(), this::uri);
  }

  private String uri(String shown) {
    @Nullable Document document = document(shown);
    return document == null ? folder.fileOf(shown).toUri().toString() : document.uri();
  }

  private @Nullable Document document(String shown) {
    return open.get(folder.fileOf(shown));
  }

  /** A byte order mark that the client counts is moved past. */
  Range range(Span at) {
    Range range = TextPositions.range(at);
    @Nullable Document document = open.isEmpty() ? null : document(at.path());
    if (document != null && SavedText.hasMark(document.text())) {
      for (var position : java.util.List.of(range.getStart(), range.getEnd())) {
        if (position.getLine() == 0) {
          position.setCharacter(position.getCharacter() + 1);
        }
      }
    }
    return range;
  }
}
