package dev.iacguard.lsp;

import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.Collection;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to answer a question about a document that was checked.
 *
 * @param file the document as it was checked
 * @param progress ends the answer when the document changes
 */
record Question(
    Document document, SourceFile file, WorkspaceState state, Uris uris, Progress progress) {

  /** Null for a document that the workspace does not read. */
  static @Nullable Question about(
      Document document, Folder.Seen seen, Collection<Document> open, Progress progress) {
    @Nullable String path = seen.folder().pathOf(document.path());
    if (path == null
        || !(seen.state().sources().read(path) instanceof Content.Decoded decoded)
        || !decoded.file().text().equals(SavedText.of(document.text()))) {
      return null;
    }
    return new Question(
        document, decoded.file(), seen.state(), new Uris(seen.folder(), open), progress);
  }

  /** The offset in the file of a position in the document. */
  int offset(Position position) {
    int offset = TextPositions.offset(document.text(), position);
    return SavedText.hasMark(document.text()) ? Math.max(0, offset - 1) : offset;
  }

  boolean isIn(Span span, int offset) {
    return span.touches(file.path(), offset);
  }

  boolean touches(Span span, int start, int end) {
    return span.path().equals(file.path()) && span.start() <= end && start <= span.end();
  }

  Location location(Span span) {
    return new Location(uris.of(span), range(span));
  }

  Range range(Span span) {
    return uris.range(span);
  }
}
