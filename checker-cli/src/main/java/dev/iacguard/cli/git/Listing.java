package dev.iacguard.cli.git;

import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.ReadablePaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names in a tree that git keeps. Immutable. */
final class Listing {
  private final NavigableMap<String, FileVersion> files;
  private final Map<String, List<String>> namesByFolder = new HashMap<>();
  private final boolean hasLinks;
  private final List<String> submodules;

  /**
   * @param files by their paths in the {@link dev.iacguard.core.source.SourceTree}
   */
  Listing(Map<String, FileVersion> files) {
    this.files = new TreeMap<>(files);
    this.hasLinks = files.values().stream().anyMatch(FileVersion::isLink);
    this.submodules =
        this.files.entrySet().stream()
            .filter(entry -> entry.getValue().isSubmodule())
            .map(Map.Entry::getKey)
            .toList();
    namesByFolder.put("", new ArrayList<>());
    for (String path : this.files.keySet()) {
      String folder = Paths.folder(path);
      addFolders(folder);
      namesByFolder.computeIfAbsent(folder, any -> new ArrayList<>()).add(Paths.name(path));
    }
  }

  private void addFolders(String folder) {
    String at = folder;
    while (namesByFolder.putIfAbsent(at, new ArrayList<>()) == null) {
      at = Paths.folder(at);
    }
  }

  boolean hasLinks() {
    return hasLinks;
  }

  boolean isFolder(String path) {
    return namesByFolder.containsKey(path);
  }

  boolean isInSubmodule(String path) {
    for (String submodule : submodules) {
      if (path.equals(submodule) || path.startsWith(submodule + "/")) {
        return true;
      }
    }
    return false;
  }

  @Nullable FileVersion file(String path) {
    return files.get(path);
  }

  /** The names of what is directly in a folder and no folder, sorted. */
  List<String> names(String folder) {
    return namesByFolder.getOrDefault(folder, List.of());
  }

  /** The paths below a folder, sorted, without those that {@code walk} leaves out. */
  List<String> below(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    List<String> below = new ArrayList<>();
    for (String path : files.tailMap(start, true).keySet()) {
      if (!path.startsWith(start)) {
        break;
      }
      if (!isLeftOut(path, start.length())) {
        below.add(path);
      }
    }
    return below;
  }

  private static boolean isLeftOut(String path, int from) {
    for (int at = from, slash = path.indexOf('/', at);
        slash >= 0;
        at = slash + 1, slash = path.indexOf('/', at)) {
      if (ReadablePaths.isLeftOut(path.substring(at, slash))) {
        return true;
      }
    }
    return false;
  }
}
