package dev.iacguard.core.engine.impact;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.plan.PlanLoader;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Follows a change from file to file, as {@link Impact} describes. */
final class ChangePropagation {
  private static final String IMPORT = "ImportValue";
  private static final NameScanner EXPORTS = new NameScanner(Set.of("Export"));
  private static final NameScanner IMPORTS = new NameScanner(Set.of(IMPORT));
  private static final NameScanner NESTED = new NameScanner(Set.of("Stack", "Application"));
  private static final NameScanner TYPES = new NameScanner(Set.of("AWS", "Fn"));

  private final SourceTree tree;
  private final List<String> all;
  private final ModuleCallIndex moduleCallIndex = new ModuleCallIndex();
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> files = new TreeSet<>();
  private final Set<String> helpers = new TreeSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> folderNames = new HashSet<>();
  private final Set<String> deployments = new TreeSet<>();

  /**
   * @param changed paths of files that were added, changed or removed
   */
  ChangePropagation(SourceTree tree, List<String> changed) {
    this.tree = tree;
    this.all = tree.walk("");
    Stream.concat(all.stream(), changed.stream())
        .filter(ConfigNames::isDeployment)
        .forEach(deployments::add);
  }

  /** The folders of configurations that are reached. */
  Set<String> folders() {
    return folders;
  }

  /** The other files that are reached. */
  Set<String> files() {
    return files;
  }

  /** Templates that are not reached and are needed to judge those that are. */
  Set<String> helpers() {
    return helpers;
  }

  /** The files that deploy modules, those that are removed among them. */
  Set<String> deployments() {
    return deployments;
  }

  void all() {
    for (String path : all) {
      if (ConfigNames.isConfig(path)) {
        folders.add(Paths.folder(path));
      } else {
        files.add(path);
      }
    }
  }

  /**
   * @param before holds the changed files as they were
   */
  void from(List<String> changed, SourceTree before) {
    moduleCallIndex.addAll(tree, all);
    moduleCallIndex.addAll(before, changed);
    if (changed.stream().anyMatch(ConfigNames::isDeployment)) {
      all.stream().filter(ConfigNames::isConfig).map(Paths::folder).forEach(folders::add);
    }
    for (String path : changed) {
      if (ConfigNames.isSource(path)) {
        reachFolder(Paths.folder(path));
      } else {
        reachOther(path, before);
      }
    }
    if (changed.stream().anyMatch(CloudFormationLoader::mayBeTemplate)) {
      CloudFormationLoader.joined(tree, all)
          .apply(changed)
          .forEach(path -> reachTemplate(path, new byte[0]));
    }
    // A module whose calls are all gone, or all new, is a stack of its own at one of the ends.
    for (String path : changed) {
      for (String folder : moduleCallIndex.calledBy(path)) {
        if (changed.containsAll(moduleCallIndex.callers(folder))) {
          reachFolder(folder);
        }
      }
    }
    Set<String> sought = new HashSet<>();
    while (sought.addAll(names)) {
      Set<String> either = new HashSet<>(names);
      either.addAll(folderNames);
      findNamed(new NameScanner(names), new NameScanner(either));
    }
    findHelpers();
  }

  private void reachFolder(String folder) {
    if (folders.add(folder)) {
      moduleCallIndex.callers(folder).forEach(file -> reachFolder(Paths.folder(file)));
    }
  }

  private void reachOther(String path, SourceTree before) {
    for (String folder = Paths.folder(path); ; folder = Paths.folder(folder)) {
      if (hasConfig(tree, folder) || hasConfig(before, folder)) {
        reachFolder(folder);
      }
      if (folder.isEmpty()) {
        break;
      }
    }
    names.add(Paths.name(path));
    folderNames.add(Paths.name(Paths.folder(path)));
    if (CloudFormationLoader.mayBeSettings(path)) {
      String below = Paths.folder(path);
      all.stream()
          .filter(CloudFormationLoader::mayBeTemplate)
          .filter(each -> isIn(below, Paths.folder(each)))
          .forEach(each -> reachTemplate(each, new byte[0]));
    }
    if (CloudFormationLoader.mayBeTemplate(path) || PlanLoader.mayBePlan(path)) {
      reachTemplate(path, bytes(before, path));
      reachNested(bytes(before, path), bytes(tree, path));
    }
  }

  /** A template that is named at one end only may be a stack of its own at the other. */
  private void reachNested(byte[] before, byte[] now) {
    Set<String> named = NameScanner.in(before);
    Set<String> either = NameScanner.in(now);
    Set<String> both = new HashSet<>(named);
    both.retainAll(either);
    either.addAll(named);
    either.removeAll(both);
    for (String path : either.isEmpty() ? List.<String>of() : all) {
      if (CloudFormationLoader.mayBeTemplate(path) && endsWithAny(path, either)) {
        reachTemplate(path, new byte[0]);
      }
    }
  }

  private static boolean endsWithAny(String path, Set<String> names) {
    Set<String> own = NameScanner.in(Paths.name(path).getBytes(StandardCharsets.UTF_8));
    return own.stream().anyMatch(name -> names.contains(name) && path.endsWith(name));
  }

  private static boolean isIn(String folder, String other) {
    return other.equals(folder) || (!other.isEmpty() && Paths.folder(other).equals(folder));
  }

  private static boolean hasConfig(SourceTree end, String folder) {
    return end.files(folder).stream().anyMatch(ConfigNames::isConfig);
  }

  private void reachTemplate(String path, byte[] before) {
    if (files.add(path)) {
      names.add(Paths.name(path));
      if (EXPORTS.occurIn(bytes(tree, path)) || EXPORTS.occurIn(before)) {
        names.add(IMPORT);
      }
    }
  }

  /** Code may read all files of a folder; a template names each file. */
  private void findNamed(NameScanner byTemplates, NameScanner byCode) {
    List<String> found =
        all.parallelStream()
            .filter(path -> !isReached(path) && mayName(path))
            .filter(path -> occur(ConfigNames.isConfig(path) ? byCode : byTemplates, path))
            .toList();
    for (String path : found) {
      if (ConfigNames.isConfig(path)) {
        reachFolder(Paths.folder(path));
      } else {
        reachTemplate(path, new byte[0]);
      }
    }
  }

  private boolean isReached(String path) {
    return ConfigNames.isConfig(path) ? folders.contains(Paths.folder(path)) : files.contains(path);
  }

  private static boolean mayName(String path) {
    return ConfigNames.isConfig(path) || CloudFormationLoader.mayBeTemplate(path);
  }

  private boolean occur(NameScanner sought, String path) {
    byte[] text = bytes(tree, path);
    return sought.occurIn(text) && (ConfigNames.isConfig(path) || TYPES.occurIn(text));
  }

  /** Templates are judged by those that export what they import, and with their nested stacks. */
  private void findHelpers() {
    if (files.stream().anyMatch(path -> IMPORTS.occurIn(bytes(tree, path)))) {
      helpers.addAll(
          all.parallelStream()
              .filter(CloudFormationLoader::mayBeTemplate)
              .filter(path -> occur(EXPORTS, path))
              .toList());
    }
    Set<String> nested = new HashSet<>();
    for (Collection<String> parents = files; !parents.isEmpty(); ) {
      Set<String> named = new HashSet<>();
      parents.stream()
          .map(path -> bytes(tree, path))
          .filter(NESTED::occurIn)
          .forEach(text -> named.addAll(NameScanner.in(text)));
      parents =
          all.stream()
              .filter(path -> !named.isEmpty() && CloudFormationLoader.mayBeTemplate(path))
              .filter(path -> endsWithAny(path, named))
              .filter(nested::add)
              .toList();
    }
    helpers.addAll(nested);
  }

  private static byte[] bytes(SourceTree end, String path) {
    return end.head(path, FolderTree.MAX_TEXT_BYTES);
  }
}
