package dev.iacguard.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Answers what a client asks and says of workspaces. */
final class WorkspaceRequests implements WorkspaceService {
  private final Analyzer analyzer;

  WorkspaceRequests(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // There are no settings: the policy is a file, and options are arguments.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    analyzer.changedOnDisk();
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    analyzer.changeFolders(
        paths(params.getEvent().getAdded()), paths(params.getEvent().getRemoved()));
  }

  private static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream()
        .map(folder -> Documents.path(folder.getUri()))
        .filter(Objects::nonNull)
        .toList();
  }
}
