package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.Version;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.edit.GivenValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** One client from its first message to its last. */
final class EditorSession implements LanguageServer, AutoCloseable {
  private final Documents documents = new Documents();
  private final Analyzer analyzer;
  private final GivenValues given;
  private final CountDownLatch exited = new CountDownLatch(1);
  private volatile boolean canWatch;
  private @Nullable CompletableFuture<Void> watching;
  private volatile boolean goodbye;
  private volatile @Nullable LanguageClient client;

  EditorSession(InputOptions options, GivenValues given, CliEnvironment cliEnvironment) {
    this.given = given;
    analyzer = new Analyzer(options, cliEnvironment, documents, this::say);
  }

  void connect(LanguageClient remote) {
    client = remote;
    analyzer.connect(remote);
  }

  private void say(String message) {
    LanguageClient known = client;
    if (known != null) {
      known.showMessage(new MessageParams(MessageType.Warning, "iac-guard: " + message));
    }
  }

  /** A message was too large to be read, so nothing is known of its document any more. */
  void dropped(String uri) {
    documents.close(uri);
    analyzer.changed();
    say(
        "a message of more than "
            + (BoundedMessages.LARGEST >> 20)
            + " MiB was not read"
            + (uri.isEmpty() ? "" : "; " + uri + " is checked as it is on disk"));
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    List<Path> folders = new ArrayList<>();
    for (String uri : folders(params)) {
      @Nullable Path path = Documents.path(uri);
      if (path != null) {
        folders.add(path);
      }
    }
    analyzer.setFolders(folders);
    canWatch = Capabilities.canWatch(params);
    return CompletableFuture.completedFuture(
        new InitializeResult(Capabilities.all(), new ServerInfo("iac-guard", Version.current())));
  }

  @SuppressWarnings("deprecation") // What clients sent before there were several folders.
  private static List<String> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null && !params.getWorkspaceFolders().isEmpty()) {
      return params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).toList();
    }
    return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
  }

  @Override
  public void initialized(InitializedParams params) {
    LanguageClient known = client;
    if (known != null && canWatch) {
      watching =
          known
              .registerCapability(new RegistrationParams(List.of(Capabilities.watching())))
              .thenRun(analyzer::watched);
    }
    analyzer.changed();
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    goodbye = true;
    return CompletableFuture.completedFuture(new Object());
  }

  @Override
  public void exit() {
    exited.countDown();
  }

  boolean saidGoodbye() {
    return goodbye;
  }

  void awaitExit() throws InterruptedException {
    exited.await();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return new DocumentRequests(documents, analyzer, given);
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new WorkspaceRequests(analyzer);
  }

  @Override
  public void close() {
    if (watching != null) {
      watching.cancel(false);
    }
    analyzer.close();
  }
}
