package dev.iacguard.lsp;

import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Answers what a client asks and says of documents. */
final class DocumentRequests implements TextDocumentService {
  private final Documents documents;
  private final Analyzer analyzer;

  DocumentRequests(Documents documents, Analyzer analyzer) {
    this.documents = documents;
    this.analyzer = analyzer;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem document = params.getTextDocument();
    documents.open(document.getUri(), document.getVersion(), document.getText());
    analyzer.changedOnDisk();
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    documents.change(
        params.getTextDocument().getUri(),
        params.getTextDocument().getVersion(),
        params.getContentChanges());
    analyzer.changed();
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    documents.close(params.getTextDocument().getUri());
    analyzer.changedOnDisk();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    analyzer.changedOnDisk();
  }
}
