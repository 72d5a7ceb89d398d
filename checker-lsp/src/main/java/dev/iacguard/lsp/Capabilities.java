package dev.iacguard.lsp;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the server offers to a client. */
final class Capabilities {
  private Capabilities() {}

  static ServerCapabilities all() {
    ServerCapabilities capabilities = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    capabilities.setTextDocumentSync(sync);
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    capabilities.setHoverProvider(true);
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setDefinitionProvider(true);
    capabilities.setCompletionProvider(new CompletionOptions(false, List.of("$", ".")));
    return capabilities;
  }

  /** Whether a client takes the wish to hear of files that change. */
  static boolean canWatch(InitializeParams params) {
    ClientCapabilities capabilities = params.getCapabilities();
    WorkspaceClientCapabilities workspace =
        capabilities == null ? null : capabilities.getWorkspace();
    return workspace != null
        && workspace.getDidChangeWatchedFiles() != null
        && Boolean.TRUE.equals(workspace.getDidChangeWatchedFiles().getDynamicRegistration());
  }

  /** Asks to hear of all files: code can read any file, such as a template of a string. */
  static Registration watching() {
    return new Registration(
        "files",
        "workspace/didChangeWatchedFiles",
        new DidChangeWatchedFilesRegistrationOptions(
            List.of(new FileSystemWatcher(Either.forLeft("**/*")))));
  }
}
