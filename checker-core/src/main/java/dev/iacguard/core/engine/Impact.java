package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.plan.PlanLoader;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.ConfigNames;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change to some files can make a difference to, found without parsing: rather too much than
 * too little. A change reaches
 *
 * <ul>
 *   <li>from a configuration or variable file to its folder, and to the folders that call it;
 *   <li>from any other file to the configurations in the folders above it, to those that name it or
 *       its folder, and to the templates that name it;
 *   <li>from a template to those that name it, to those that it begins or ceases to name, and, when
 *       it exports values, to all that import any.
 * </ul>
 *
 * <p>Not reached is a file that is read under a computed name from a folder whose name is computed
 * too.
 */
public final class Impact {
  /** Endings of files that no stack is made of. */
  private static final Set<String> CODE_AND_PROSE =
      Set.of(
          "bat", "c", "cc", "clj", "cpp", "cs", "css", "go", "gif", "h", "hpp", "htm", "html",
          "ico", "ipynb", "java", "jpeg", "jpg", "js", "jsx", "kt", "less", "lock", "md", "mjs",
          "mod", "pdf", "php", "png", "proto", "ps1", "py", "rb", "rs", "rst", "scala", "scss",
          "sh", "sql", "sum", "svg", "swift", "ts", "tsx", "vue", "webp");

  private static final String EXPORT = "Export";
  private static final String IMPORT = "ImportValue";
  private static final Names EXPORTS = new Names(Set.of(EXPORT));
  private static final Names IMPORTS = new Names(Set.of(IMPORT));
  private static final Names TYPES = new Names(Set.of("AWS", "Fn"));

  private final SourceTree tree;
  private final List<String> all;
  private final Calls calls = new Calls();
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> files = new TreeSet<>();
  private final Set<String> helpers = new TreeSet<>();
  private final Set<String> names = new HashSet<>();

  private Impact(SourceTree tree, List<String> all) {
    this.tree = tree;
    this.all = all;
  }

  /**
   * @param tree holds the files as they are now
   * @param before holds the changed files as they were
   * @param changed paths of files that were added, changed or removed
   */
  public static Impact of(SourceTree tree, SourceTree before, Collection<String> changed) {
    List<String> relevant = changed.stream().filter(Impact::isRelevant).toList();
    Impact impact = new Impact(tree, relevant.isEmpty() ? List.of() : tree.walk(""));
    impact.spread(before, relevant);
    return impact;
  }

  /** Whether a file of that name may matter to any stack. */
  public static boolean isRelevant(String path) {
    String name = Paths.name(path);
    return !CODE_AND_PROSE.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** The folders of configurations, and the files, that are reached. */
  public Set<String> reached() {
    Set<String> reached = new HashSet<>(folders);
    reached.addAll(files);
    return reached;
  }

  /**
   * What to look at to judge the stacks that are reached, and files that those need to be judged.
   *
   * @param end the tree to select from: the one now, or the one before
   */
  public Selection selection(SourceTree end, List<String> named) {
    Set<String> selected = new TreeSet<>();
    for (String folder : folders) {
      for (String name : end.files(folder)) {
        if (ConfigNames.isConfig(name)) {
          selected.add(Paths.in(folder, name));
        }
      }
    }
    files.stream().filter(end::isFile).forEach(selected::add);
    selected.removeIf(path -> named.stream().noneMatch(above -> isBelow(path, above)));
    if (!selected.isEmpty()) {
      helpers.stream().filter(end::isFile).forEach(selected::add);
    }
    return new Selection(named, List.copyOf(selected));
  }

  private static boolean isBelow(String path, String above) {
    return above.isEmpty() || path.equals(above) || path.startsWith(above + "/");
  }

  private void spread(SourceTree before, List<String> changed) {
    if (changed.isEmpty()) {
      return;
    }
    calls.addAll(tree, all);
    calls.addAll(before, changed);
    for (String path : changed) {
      if (ConfigNames.isConfig(path) || ConfigNames.isVariables(path)) {
        reachFolder(Paths.folder(path));
      } else {
        reachOther(path, before);
      }
    }
    // A module whose calls are all gone, or all new, is a stack of its own at one of the ends.
    for (String path : changed) {
      for (String folder : calls.calledBy(path)) {
        if (changed.containsAll(calls.callers(folder))) {
          reachFolder(folder);
        }
      }
    }
    Set<String> sought = new HashSet<>();
    while (sought.addAll(names)) {
      findNamed(new Names(names));
    }
    findHelpers();
  }

  private void reachFolder(String folder) {
    if (folders.add(folder)) {
      calls.callers(folder).forEach(file -> reachFolder(Paths.folder(file)));
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
    names.add(Paths.name(Paths.folder(path)));
    if (CloudFormationLoader.mayBeTemplate(path) || PlanLoader.mayBePlan(path)) {
      reachTemplate(path, bytes(before, path));
      reachNested(bytes(before, path), bytes(tree, path));
    }
  }

  /** A template that is named at one end only may be a stack of its own at the other. */
  private void reachNested(byte[] before, byte[] now) {
    Set<String> named = Names.in(before);
    Set<String> either = Names.in(now);
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
    Set<String> own = Names.in(Paths.name(path).getBytes(StandardCharsets.UTF_8));
    return own.stream().anyMatch(name -> names.contains(name) && path.endsWith(name));
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

  private void findNamed(Names sought) {
    List<String> found =
        all.parallelStream()
            .filter(path -> !isReached(path) && mayName(path))
            .filter(path -> occur(sought, path))
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

  private boolean occur(Names sought, String path) {
    byte[] text = bytes(tree, path);
    return sought.occurIn(text) && (ConfigNames.isConfig(path) || TYPES.occurIn(text));
  }

  /** Templates that import values are judged by those that export them. */
  private void findHelpers() {
    if (files.stream().anyMatch(path -> IMPORTS.occurIn(bytes(tree, path)))) {
      helpers.addAll(
          all.parallelStream()
              .filter(CloudFormationLoader::mayBeTemplate)
              .filter(path -> occur(EXPORTS, path))
              .toList());
    }
  }

  private static byte[] bytes(SourceTree end, String path) {
    return end.head(path, Integer.MAX_VALUE);
  }
}
