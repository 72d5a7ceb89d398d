package dev.iacguard.core.engine.impact;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stacks that edits can reach as {@link Impact} does, for many sets of edits of one tree:
 * it reads the files once. The edits must name no other files than before.
 */
public final class EditReach {
  private static final String IMPORT = "ImportValue";
  private static final String EXPORT = "Export";
  private static final Set<String> TYPES = Set.of("AWS", "Fn");

  /** The last words of the types of nested stacks. */
  private static final List<String> NESTED = List.of("Stack", "Application");

  private final Inputs inputs;
  private final Function<Collection<String>, Set<String>> parts;
  private final ModuleCallIndex calls = new ModuleCallIndex();
  private final Set<String> configFolders = new HashSet<>();
  private final Set<String> deployments = new HashSet<>();
  private final Map<String, List<String>> templatesNaming = new HashMap<>();
  private final Map<String, List<String>> codeNaming = new HashMap<>();
  private final Map<String, List<String>> templatesNamed = new HashMap<>();

  /** The names of templates that are in a template with nested stacks, by its path. */
  private final Map<String, List<String>> namedInNesting = new HashMap<>();

  public EditReach(SourceTree tree, Inputs inputs) {
    this.inputs = inputs;
    List<String> all = tree.walk("");
    parts = CloudFormationLoader.joined(tree, all);
    calls.addAll(tree, all);
    Set<String> names = new HashSet<>(Set.of(IMPORT, EXPORT));
    names.addAll(NESTED);
    for (String path : all) {
      names.add(Paths.name(path));
      names.add(Paths.name(Paths.folder(path)));
      if (ConfigNames.isConfig(path)) {
        configFolders.add(Paths.folder(path));
      }
      if (ConfigNames.isDeployment(path)) {
        deployments.add(path);
      }
      if (CloudFormationLoader.mayBeTemplate(path)) {
        templatesNamed.computeIfAbsent(Paths.name(path), any -> new ArrayList<>()).add(path);
      }
    }
    all.parallelStream()
        .filter(path -> ConfigNames.isConfig(path) || CloudFormationLoader.mayBeTemplate(path))
        .forEach(path -> read(tree, path, names));
  }

  private void read(SourceTree tree, String path, Set<String> names) {
    Set<String> found = NameScanner.in(tree.head(path, FolderTree.MAX_TEXT_BYTES));
    boolean code = ConfigNames.isConfig(path);
    if (!code && TYPES.stream().noneMatch(found::contains)) {
      return;
    }
    found.retainAll(names);
    add(path, found, code ? codeNaming : templatesNaming);
  }

  private synchronized void add(
      String path, Set<String> found, Map<String, List<String>> pathsByName) {
    found.forEach(name -> pathsByName.computeIfAbsent(name, any -> new ArrayList<>()).add(path));
    if (NESTED.stream().anyMatch(found::contains)) {
      namedInNesting.put(path, found.stream().filter(templatesNamed::containsKey).toList());
    }
  }

  /**
   * What edits reach; null for all stacks.
   *
   * @param changed paths of the files with edits
   */
  public @Nullable Impact of(Collection<String> changed) {
    if (Impact.isGiven(changed, inputs)) {
      return null;
    }
    Search search = new Search();
    parts.apply(changed).forEach(search::reachFile);
    for (String path : changed) {
      if (ConfigNames.isSource(path)) {
        search.reachFolder(Paths.folder(path));
      } else {
        search.reachFile(path);
        for (String folder = path; !folder.isEmpty(); ) {
          folder = Paths.folder(folder);
          if (configFolders.contains(folder)) {
            search.reachFolder(folder);
          }
        }
        codeNaming(Paths.name(Paths.folder(path))).forEach(search::reachCode);
      }
    }
    return search.impact();
  }

  private List<String> codeNaming(String name) {
    return codeNaming.getOrDefault(name, List.of());
  }

  private List<String> templatesNaming(String name) {
    return templatesNaming.getOrDefault(name, List.of());
  }

  private final class Search {
    private final Set<String> folders = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private void reachFolder(String folder) {
      if (folders.add(folder)) {
        calls.callers(folder).forEach(this::reachCode);
      }
    }

    private void reachCode(String path) {
      reachFolder(Paths.folder(path));
    }

    private void reachFile(String path) {
      if (files.add(path)) {
        open.add(path);
      }
    }

    private Impact impact() {
      for (String path = open.poll(); path != null; path = open.poll()) {
        String name = Paths.name(path);
        codeNaming(name).forEach(this::reachCode);
        templatesNaming(name).forEach(this::reachFile);
        if (templatesNaming(EXPORT).contains(path)) {
          templatesNaming(IMPORT).forEach(this::reachFile);
        }
      }
      boolean imports = templatesNaming(IMPORT).stream().anyMatch(files::contains);
      Set<String> helpers = new HashSet<>(imports ? templatesNaming(EXPORT) : List.of());
      helpers.addAll(nested());
      return new Impact(inputs, folders, files, helpers, deployments);
    }

    /** All that files which are reached may deploy as nested stacks. */
    private Set<String> nested() {
      Set<String> nested = new HashSet<>();
      Deque<String> parents = new ArrayDeque<>(files);
      for (String path = parents.poll(); path != null; path = parents.poll()) {
        for (String name : namedInNesting.getOrDefault(path, List.of())) {
          templatesNamed.getOrDefault(name, List.of()).stream()
              .filter(nested::add)
              .forEach(parents::add);
        }
      }
      return nested;
    }
  }
}
