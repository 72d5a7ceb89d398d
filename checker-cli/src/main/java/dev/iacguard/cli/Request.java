package dev.iacguard.cli;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is to be asked: everything the user named was found and lies inside the root.
 *
 * @param folder the current folder, as a real path
 */
record Request(FolderTree tree, Path root, Path folder, Selection selection, Inputs inputs) {
  /** What Terraform takes for a variable in the environment starts with this. */
  private static final String VARIABLE = "TF_VAR_";

  /**
   * @throws UsageException naming the path that is missing or lies outside
   */
  static Request of(InputOptions options, Surroundings surroundings) {
    Path folder = real(surroundings.folder(), ".");
    List<Path> paths = new ArrayList<>();
    for (String path : options.paths()) {
      paths.add(real(folder, path));
    }
    List<Path> all = new ArrayList<>(paths);
    for (VariableSource variable : options.variables()) {
      if (variable instanceof VariableSource.VarFile file) {
        all.add(file(folder, "--var-file", file.path()));
      }
    }
    for (Variant variant : options.variants()) {
      variant.files().forEach(file -> all.add(file(folder, "--variant", file)));
    }
    for (String file : options.parameterFiles()) {
      all.add(file(folder, "--parameters", file));
    }
    Path root = root(options, all, folder, surroundings);
    FolderTree tree = tree(root, folder);
    return new Request(
        tree, root, folder, selection(tree, paths), inputs(options, tree, folder, surroundings));
  }

  private static Path root(
      InputOptions options, List<Path> paths, Path folder, Surroundings surroundings) {
    if (options.root() != null) {
      Path root = real(folder, options.root());
      if (!Files.isDirectory(root)) {
        throw new UsageException("--root " + options.root() + " is no folder");
      }
      for (Path path : paths) {
        if (!path.startsWith(root)) {
          throw new UsageException(path + " lies outside the root " + root);
        }
      }
      return root;
    }
    Path home = orItself(surroundings.home());
    Path temporary = orItself(surroundings.temporary());
    @Nullable Path root = new TreeRoot(folder, home, temporary).of(paths);
    if (root == null) {
      throw new UsageException(
          "cannot tell which folder is the project of "
              + String.join(", ", options.paths())
              + "; name it with --root, nothing outside it will be read");
    }
    return root;
  }

  private static Selection selection(FolderTree tree, List<Path> paths) {
    List<String> named = new ArrayList<>();
    TreeSet<String> files = new TreeSet<>();
    for (Path path : paths) {
      String inTree = inTree(tree, path);
      named.add(inTree);
      if (tree.isFile(inTree)) {
        files.add(inTree);
      } else {
        files.addAll(tree.walk(inTree));
      }
    }
    return new Selection(List.copyOf(named), List.copyOf(files));
  }

  private static Inputs inputs(
      InputOptions options, FolderTree tree, Path folder, Surroundings surroundings) {
    List<VariableSource> variables = new ArrayList<>();
    for (VariableSource variable : options.variables()) {
      variables.add(
          variable instanceof VariableSource.VarFile file
              ? new VariableSource.VarFile(inTree(tree, real(folder, file.path())))
              : variable);
    }
    List<Variant> variants = new ArrayList<>();
    for (Variant variant : options.variants()) {
      variants.add(new Variant(variant.name(), inTree(tree, folder, variant.files())));
    }
    return new Inputs(
        options.environment() ? environment(surroundings) : Map.of(),
        List.copyOf(variables),
        List.copyOf(variants),
        inTree(tree, folder, options.parameterFiles()));
  }

  private static List<String> inTree(FolderTree tree, Path folder, List<String> files) {
    return files.stream().map(file -> inTree(tree, real(folder, file))).toList();
  }

  /** The values of {@code TF_VAR_*} by the variables' names. */
  private static Map<String, String> environment(Surroundings surroundings) {
    Map<String, String> variables = new TreeMap<>();
    surroundings
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith(VARIABLE)) {
                variables.put(name.substring(VARIABLE.length()), value);
              }
            });
    return Collections.unmodifiableMap(variables);
  }

  private static String inTree(FolderTree tree, Path path) {
    String inTree = tree.pathOf(path);
    if (inTree == null) {
      throw new IllegalStateException(path + " is outside the root");
    }
    return inTree;
  }

  private static FolderTree tree(Path root, Path folder) {
    try {
      return FolderTree.at(root, folder);
    } catch (IOException e) {
      throw new UsageException("cannot read " + root + ": " + Output.reason(e));
    }
  }

  private static Path file(Path folder, String option, String name) {
    Path file = real(folder, name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(option + " " + name + " is no file");
    }
    return file;
  }

  /** Follows symbolic links: what was named is what they lead to. */
  private static Path real(Path folder, String name) {
    try {
      return folder.resolve(name).toRealPath();
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + name);
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Output.reason(e));
    }
  }

  private static Path orItself(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
