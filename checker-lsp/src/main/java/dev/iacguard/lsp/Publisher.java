package dev.iacguard.lsp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Sends a client the diagnostics that are not what it has. */
final class Publisher {
  private final Map<String, List<Diagnostic>> sent = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  /**
   * @param now all diagnostics there are, by URI
   * @param documents those that are open, as they were checked
   */
  void publish(
      Map<String, List<Diagnostic>> now, Map<String, Document> documents, LanguageClient client) {
    Set<String> uris = new HashSet<>(sent.keySet());
    uris.addAll(now.keySet());
    uris.addAll(documents.keySet());
    for (String uri : uris) {
      List<Diagnostic> diagnostics = now.getOrDefault(uri, List.of());
      @Nullable Document document = documents.get(uri);
      @Nullable Integer version = document == null ? null : document.version();
      boolean known = sent.getOrDefault(uri, List.of()).equals(diagnostics);
      boolean seen = document == null || document.version() == versions.getOrDefault(uri, -1);
      if (known && (seen || (diagnostics.isEmpty() && versions.containsKey(uri)))) {
        continue;
      }
      remember(uri, diagnostics, version);
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics, version));
    }
    versions.keySet().retainAll(documents.keySet());
  }

  private void remember(String uri, List<Diagnostic> diagnostics, @Nullable Integer version) {
    if (diagnostics.isEmpty()) {
      sent.remove(uri);
    } else {
      sent.put(uri, diagnostics);
    }
    if (version != null) {
      versions.put(uri, version);
    }
  }
}
