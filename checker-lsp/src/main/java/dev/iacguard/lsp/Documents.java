package dev.iacguard.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/** The open documents. Changed by the thread that reads messages, read by others. */
final class Documents {
  private volatile Map<String, Document> all = Map.of();

  /** By URI, in the order in which they were opened. Never changes. */
  Map<String, Document> all() {
    return all;
  }

  @Nullable Document get(String uri) {
    return all.get(uri);
  }

  void open(String uri, int version, String text) {
    put(new Document(uri, path(uri), version, text));
  }

  /** Does nothing for a document that is not open. */
  void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    @Nullable Document before = all.get(uri);
    if (before == null) {
      return;
    }
    String text = before.text();
    for (TextDocumentContentChangeEvent change : changes) {
      text = changed(text, change);
    }
    put(new Document(uri, before.path(), version, text));
  }

  private static String changed(String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    int start = TextPositions.offset(text, change.getRange().getStart());
    int end = Math.max(start, TextPositions.offset(text, change.getRange().getEnd()));
    return new StringBuilder(text.length() + change.getText().length())
        .append(text, 0, start)
        .append(change.getText())
        .append(text, end, text.length())
        .toString();
  }

  /** Whether it was open. */
  boolean close(String uri) {
    Map<String, Document> rest = new LinkedHashMap<>(all);
    boolean open = rest.remove(uri) != null;
    all = rest;
    return open;
  }

  private void put(Document document) {
    Map<String, Document> more = new LinkedHashMap<>(all);
    more.put(document.uri(), document);
    all = more;
  }

  /** Null for what is no file on this machine, such as a text without a name. */
  static @Nullable Path path(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equalsIgnoreCase(parsed.getScheme()) ? Path.of(parsed) : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
      return null;
    }
  }
}
