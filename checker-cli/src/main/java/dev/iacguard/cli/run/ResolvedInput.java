package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.source.Exclusion;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.PathGlob;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.ReadablePaths;
import dev.iacguard.core.source.Skipped;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.StreamedTree;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The input of the engine: everything the user named was found and is inside the root.
 *
 * @param sources the tree, with standard input where that was named
 * @param folder the current folder, as a real path
 * @param named the paths that were named, as paths in the tree
 * @param exclusion the paths that are not to be read
 * @param noIgnore whether files that git ignores are looked at too
 */
public record ResolvedInput(
    FolderTree tree,
    SourceTree sources,
    Path root,
    Path folder,
    List<String> named,
    Inputs inputs,
    Exclusion exclusion,
    boolean noIgnore) {
  /** Names standard input. */
  private static final String STANDARD_INPUT = "-";

  /** What Terraform takes for a variable in the environment starts with this. */
  private static final String VARIABLE = "TF_VAR_";

  /**
   * @throws UsageException naming the path that is missing or lies outside
   */
  public static ResolvedInput of(InputOptions options, CliEnvironment cliEnvironment) {
    Path folder = real(cliEnvironment.folder(), ".");
    List<String> names = new ArrayList<>(options.paths());
    names.addAll(options.plans());
    List<NamedPipe> pipes = new ArrayList<>();
    if (names.removeIf(STANDARD_INPUT::equals)) {
      pipes.add(new NamedPipe(NamedPipe.STANDARD_INPUT, cliEnvironment.in()));
    }
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      Path path = resolve(folder, name);
      if (NamedPipe.isOne(path)) {
        pipes.add(NamedPipe.open(name, path));
      } else {
        paths.add(input(folder, name));
      }
    }
    List<Path> all = new ArrayList<>(paths);
    if (!pipes.isEmpty()) {
      all.add(folder);
    }
    if (options.source() != null) {
      all.add(source(folder, options.source()));
    }
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
    Path root = root(options, all, folder, cliEnvironment);
    FolderTree plain = tree(root, folder);
    FolderTree tree = plain.naming(all.stream().map(path -> inTree(plain, path)).toList());
    Inputs inputs = inputs(options, tree, folder, cliEnvironment);
    List<String> named = new ArrayList<>();
    paths.forEach(path -> named.add(inTree(tree, path)));
    SourceTree sources = tree;
    for (NamedPipe pipe : pipes) {
      // A plan looks for its code from where it lies; what comes in lies in the current folder.
      String path = Paths.in(inTree(tree, folder), pipe.file());
      named.add(0, path);
      sources = new StreamedTree(sources, path, pipe.shown(), pipe.stream());
    }
    return new ResolvedInput(
        tree,
        sources,
        root,
        folder,
        List.copyOf(named),
        inputs,
        exclusion(options, tree.pathOf(folder)),
        options.noIgnore());
  }

  /**
   * @param folder the current one in the tree; null outside of it, where patterns are from the root
   */
  private static Exclusion exclusion(InputOptions options, @Nullable String folder) {
    List<String> patterns = new ArrayList<>();
    for (String pattern : options.exclude()) {
      if (PathGlob.of(pattern) == null) {
        throw new UsageException("--exclude " + pattern + ": a pattern for paths is expected");
      }
      String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
      patterns.add(Paths.in(folder == null ? "" : folder, plain));
    }
    return Exclusion.of(patterns);
  }

  private static Path root(
      InputOptions options, List<Path> paths, Path folder, CliEnvironment cliEnvironment) {
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
    Path home = orItself(cliEnvironment.home());
    Path temporary = orItself(cliEnvironment.temporary());
    @Nullable Path root = new TreeRoot(folder, home, temporary).of(paths);
    if (root == null) {
      throw new UsageException(
          "cannot tell which folder is the project of "
              + String.join(", ", options.paths())
              + "; name it with --root, nothing outside it will be read");
    }
    return root;
  }

  /**
   * Everything that was named, as it is on disk.
   *
   * @param skipped takes what cannot be looked at
   */
  Selection selection(Consumer<Skipped> skipped) {
    TreeSet<String> files = new TreeSet<>();
    for (String path : named) {
      if (sources.isFile(path)) {
        files.add(path);
      } else {
        files.addAll(tree.walk(path, unlessExcluded(skipped)));
      }
    }
    return new Selection(named, List.copyOf(files));
  }

  private Consumer<Skipped> unlessExcluded(Consumer<Skipped> skipped) {
    return one -> {
      if (!exclusion.excludes(inTree(one.at().path()))) {
        skipped.accept(one);
      }
    };
  }

  /** The same under a policy, which may give the code values and exclude paths. */
  ResolvedInput under(PolicyResult.Ready policy) {
    return new ResolvedInput(
        tree,
        sources,
        root,
        folder,
        named,
        policy.inputs(),
        exclusion.and(policy.exclusion()),
        noIgnore);
  }

  /** A shown path as it is in the tree: the same whatever the current folder is. */
  public String inTree(String shown) {
    String path = tree.pathOf(folder.resolve(shown));
    return path == null ? shown : path;
  }

  private static Inputs inputs(
      InputOptions options, FolderTree tree, Path folder, CliEnvironment cliEnvironment) {
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
        options.environment() ? environment(cliEnvironment) : Map.of(),
        List.copyOf(variables),
        List.copyOf(variants),
        inTree(tree, folder, options.parameterFiles()),
        new Inputs.Plans(
            options.source() == null ? null : inTree(tree, source(folder, options.source())),
            options.changedOnly()),
        options.workFactor());
  }

  private static List<String> inTree(FolderTree tree, Path folder, List<String> files) {
    return files.stream().map(file -> inTree(tree, real(folder, file))).toList();
  }

  /** The values of {@code TF_VAR_*} by the variables' names. */
  private static Map<String, String> environment(CliEnvironment cliEnvironment) {
    Map<String, String> variables = new TreeMap<>();
    cliEnvironment
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

  private static Path source(Path folder, String name) {
    Path source = real(folder, name);
    if (!Files.isDirectory(source)) {
      throw new UsageException("--source " + name + " is no folder");
    }
    return source;
  }

  static Path file(Path folder, String option, String name) {
    Path file = real(folder, name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(option + " " + name + " " + SpecialFile.describe(file));
    }
    return file;
  }

  /** A file or folder to check. A link leads into a folder that is left out only by its name. */
  private static Path input(Path folder, String name) {
    Path real = real(folder, name);
    if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
      throw new UsageException(name + " " + SpecialFile.describe(real));
    }
    Path written = folder.resolve(name).normalize();
    for (Path part : real) {
      if (ReadablePaths.isLeftOut(part.toString()) && !contains(written, part)) {
        throw new UsageException(
            name + " leads to " + real + ", and " + part + " is left out; name that path itself");
      }
    }
    return real;
  }

  private static boolean contains(Path path, Path part) {
    for (Path one : path) {
      if (one.equals(part)) {
        return true;
      }
    }
    return false;
  }

  private static Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + name);
    }
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
