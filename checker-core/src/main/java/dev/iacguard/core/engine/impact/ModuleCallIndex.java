package dev.iacguard.core.engine.impact;

import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Indexes which folders Terraform files name by a relative path in quotes. It does not parse the
 * files: a folder may be named for another reason than a module call, but no call is missed.
 */
final class ModuleCallIndex {
  private final Map<String, Set<String>> filesByFolder = new HashMap<>();
  private final Map<String, Set<String>> foldersByFile = new HashMap<>();

  /** Adds what the configuration files among some paths name. */
  void addAll(SourceTree tree, Collection<String> paths) {
    paths.parallelStream()
        .filter(ConfigNames::isConfig)
        .forEach(path -> add(path, named(tree, path)));
  }

  private static Set<String> named(SourceTree tree, String path) {
    @Nullable SourceFile kept = tree.kept(path);
    return kept == null
        ? namedIn(tree, path)
        : kept.derive(Named.class, () -> new Named(namedIn(tree, path))).folders();
  }

  private static Set<String> namedIn(SourceTree tree, String path) {
    return named(Paths.folder(path), tree.head(path, FolderTree.MAX_TEXT_BYTES));
  }

  private record Named(Set<String> folders) {}

  private synchronized void add(String path, Set<String> folders) {
    for (String folder : folders) {
      filesByFolder.computeIfAbsent(folder, any -> new HashSet<>()).add(path);
      foldersByFile.computeIfAbsent(path, any -> new HashSet<>()).add(folder);
    }
  }

  /** The files that name a folder. */
  Set<String> callers(String folder) {
    return filesByFolder.getOrDefault(folder, Set.of());
  }

  /** The folders that a file names. */
  Set<String> calledBy(String file) {
    return foldersByFile.getOrDefault(file, Set.of());
  }

  private static Set<String> named(String folder, byte[] text) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at + 1 < text.length; at++) {
      if (text[at] == '"' && text[at + 1] == '.') {
        int end = at + 1;
        while (end < text.length && text[end] != '"' && text[end] != '\n') {
          end++;
        }
        String path = new String(text, at + 1, end - at - 1, StandardCharsets.UTF_8);
        @Nullable String resolved = Paths.resolve(folder, path);
        if (resolved != null) {
          found.add(resolved);
        }
        at = end;
      }
    }
    return found;
  }
}
