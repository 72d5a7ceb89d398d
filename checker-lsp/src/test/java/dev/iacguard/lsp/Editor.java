package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.PolicyOptions;
import dev.iacguard.cli.option.RevisionOptions;
import dev.iacguard.cli.option.ValueOptions;
import dev.iacguard.core.edit.GivenValues;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client of a server in this process: messages go through pipes as they would between two. */
final class Editor implements LanguageClient, AutoCloseable {
  private static final int PIPE = 1 << 20;

  private final Map<String, List<org.eclipse.lsp4j.Diagnostic>> diagnostics =
      new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> versions = new LinkedHashMap<>();
  private final PipedOutputStream toServer = new PipedOutputStream();
  private final CompletableFuture<Integer> exit;
  private final LanguageServer server;
  private final Future<Void> listening;

  private Editor(GivenValues given, List<Path> folders) throws IOException {
    PipedInputStream serverIn = new PipedInputStream(toServer, PIPE);
    PipedOutputStream serverOut = new PipedOutputStream();
    PipedInputStream fromServer = new PipedInputStream(serverOut, PIPE);
    CliEnvironment environment =
        new CliEnvironment(
            serverIn,
            serverOut,
            new PrintStream(java.io.OutputStream.nullOutputStream(), true),
            folders.isEmpty() ? Path.of("/") : folders.getFirst(),
            Path.of("/nobody"),
            Path.of(System.getProperty("java.io.tmpdir")),
            Map.of(),
            false,
            false,
            LocalDate.now(java.time.ZoneOffset.UTC));
    exit =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new LspServer().serve(options(), given, environment);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            work -> Thread.ofPlatform().daemon().start(work));
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, fromServer, toServer);
    server = launcher.getRemoteProxy();
    listening = launcher.startListening();
    InitializeParams params = new InitializeParams();
    params.setWorkspaceFolders(
        folders.stream().map(path -> new WorkspaceFolder(path.toUri().toString(), "w")).toList());
    server.initialize(params).join();
    server.initialized(new InitializedParams());
  }

  private static InputOptions options() {
    return new InputOptions(
        List.of("."),
        null,
        List.of(),
        false,
        new ValueOptions(List.of(), List.of(), false, List.of()),
        new RevisionOptions(false, false, null),
        new InputOptions.PlanOptions(List.of(), null, false),
        new PolicyOptions(null, false, false),
        1,
        List.of());
  }

  static Editor at(Path... folders) throws IOException {
    return new Editor(new GivenValues(Map.of()), Arrays.asList(folders));
  }

  static Editor given(Map<String, String> values, Path... folders) throws IOException {
    return new Editor(new GivenValues(values), Arrays.asList(folders));
  }

  LanguageServer server() {
    return server;
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  void open(Path file, String text) {
    texts.put(uri(file), text);
    versions.put(uri(file), 1);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "text", 1, text)));
  }

  void open(Path file) throws IOException {
    open(file, Files.readString(file));
  }

  boolean isOpen(Path file) {
    return texts.containsKey(uri(file));
  }

  String text(Path file) {
    return java.util.Objects.requireNonNull(texts.get(uri(file)));
  }

  /** Sends the change as an editor does that knows only what was replaced. */
  void replace(Path file, int start, int end, String by) {
    String before = text(file);
    Range range = new Range(TextPositions.of(before, start), TextPositions.of(before, end));
    texts.put(uri(file), before.substring(0, start) + by + before.substring(end));
    change(file, new TextDocumentContentChangeEvent(range, by));
  }

  void replaceAll(Path file, String text) {
    texts.put(uri(file), text);
    change(file, new TextDocumentContentChangeEvent(text));
  }

  private void change(Path file, TextDocumentContentChangeEvent event) {
    int version = versions.merge(uri(file), 1, Integer::sum);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version), List.of(event)));
  }

  void save(Path file) throws IOException {
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    Files.write(file, text(file).getBytes(StandardCharsets.UTF_8));
    server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  void close(Path file) {
    texts.remove(uri(file));
    versions.remove(uri(file));
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  /** The texts of all open documents, by URI. */
  Map<String, String> texts() {
    return texts;
  }

  /** Waits until everything that was sent is checked. */
  void settle() {
    try {
      server
          .getTextDocumentService()
          .codeLens(new CodeLensParams(new TextDocumentIdentifier("file:///none")))
          .get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is shown now, by URI: {@code 7:23-7:31 Error IG201 log group never expires}. */
  Map<String, List<String>> shown() {
    settle();
    Map<String, List<String>> shown = new TreeMap<>();
    diagnostics.forEach(
        (uri, all) -> {
          if (!all.isEmpty()) {
            shown.put(uri, all.stream().map(Editor::words).sorted().toList());
          }
        });
    return shown;
  }

  private static String words(org.eclipse.lsp4j.Diagnostic diagnostic) {
    Range range = diagnostic.getRange();
    String rule = diagnostic.getCode() == null ? "" : diagnostic.getCode().getLeft();
    String message = diagnostic.getMessage().getLeft().lines().findFirst().orElse("");
    int line = range.getStart().getLine() + 1;
    int column = range.getStart().getCharacter() + 1;
    return rule.startsWith("IG00")
        ? "%d:%d %s %s".formatted(line, column, rule, message)
        : "%d:%d-%d:%d %s %s %s"
            .formatted(
                line,
                column,
                range.getEnd().getLine() + 1,
                range.getEnd().getCharacter() + 1,
                diagnostic.getSeverity(),
                rule,
                message);
  }

  List<org.eclipse.lsp4j.Diagnostic> diagnostics(Path file) {
    settle();
    return diagnostics.getOrDefault(uri(file), List.of());
  }

  List<String> messages() {
    return messages;
  }

  /** The rules that are shown of a file, sorted. */
  List<String> rules(Path file) {
    List<String> rules = new ArrayList<>();
    diagnostics(file).forEach(each -> rules.add(each.getCode().getLeft()));
    rules.sort(null);
    return rules;
  }

  /** Sends bytes that are no message of any kind. */
  void raw(byte[] bytes) throws IOException {
    toServer.write(bytes);
    toServer.flush();
  }

  /** As a client that is killed. */
  void hangUp() throws IOException {
    toServer.close();
  }

  int exitCode() {
    try {
      return exit.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.put(params.getUri(), params.getDiagnostics());
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new IllegalStateException("nobody is asked");
  }

  @Override
  public void logMessage(MessageParams params) {}

  @Override
  public void close() {
    server.shutdown().join();
    server.exit();
    exitCode();
    listening.cancel(true);
  }
}
