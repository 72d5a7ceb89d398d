package dev.iacguard.lsp;

import dev.iacguard.core.edit.GivenValues;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Answers what a client asks and says of documents. */
final class DocumentRequests implements TextDocumentService {
  private final Documents documents;
  private final Analyzer analyzer;
  private final GivenValues given;

  /**
   * @param given values for what a fix needs from the user
   */
  DocumentRequests(Documents documents, Analyzer analyzer, GivenValues given) {
    this.documents = documents;
    this.analyzer = analyzer;
    this.given = given;
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

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    List<String> only = params.getContext().getOnly();
    if (only != null && only.stream().noneMatch(CodeActionKind.QuickFix::startsWith)) {
      return CompletableFuture.completedFuture(List.of());
    }
    return analyzer.ask(
        params.getTextDocument().getUri(),
        question ->
            QuickFixes.of(question, params.getRange(), given, params.getContext().getDiagnostics())
                .stream()
                .<Either<Command, CodeAction>>map(Either::forRight)
                .toList(),
        List.of());
  }

  @Override
  @SuppressWarnings("NullAway") // Nothing is null in the protocol.
  public CompletableFuture<Hover> hover(HoverParams params) {
    return analyzer
        .ask(
            params.getTextDocument().getUri(),
            question -> Optional.ofNullable(Hovers.at(question, params.getPosition())),
            Optional.<Hover>empty())
        .thenApply(found -> found.orElse(null));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return analyzer.ask(params.getTextDocument().getUri(), StageLenses::of, List.of());
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return analyzer.ask(
        params.getTextDocument().getUri(),
        question -> Either.forLeft(Definitions.at(question, params.getPosition())),
        Either.forLeft(List.of()));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return analyzer.ask(
        params.getTextDocument().getUri(),
        question -> Either.forLeft(Completions.at(question, params.getPosition())),
        Either.forLeft(List.of()));
  }
}
