package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.NamedPipe;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.source.Exclusion;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.PathGlob;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.Skipped;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.StreamedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The input of the engine: everything the user named was found and is inside the root.
 *
 * @param sources the tree, with standard input where that was named
 * @param folder the current folder, as a real path
 * @param named the paths that were named, as paths in the tree
 * @param piped the values that the shell pipes in
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
    PipedValues piped,
    Exclusion exclusion,
    boolean noIgnore) {
  /** Names standard input. */
  private static final String STANDARD_INPUT = "-";

  /**
   * @throws UsageException naming the path that is missing or lies outside
   */
  public static ResolvedInput of(InputOptions options, CliEnvironment cliEnvironment) {
    NamedPaths onDisk = new NamedPaths(new NamedPaths(cliEnvironment.folder()).real("."));
    Path folder = onDisk.folder();
    List<String> names = new ArrayList<>(options.paths());
    names.addAll(options.plan().files());
    List<NamedPipe> pipes = new ArrayList<>();
    if (names.removeIf(STANDARD_INPUT::equals)) {
      pipes.add(NamedPipe.standardInput(cliEnvironment.in()));
    }
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      Path path = onDisk.resolve(name);
      if (NamedPipe.isOne(path)) {
        pipes.add(NamedPipe.open(name, path));
      } else {
        paths.add(onDisk.input(name));
      }
    }
    List<Path> all = new ArrayList<>(paths);
    if (!pipes.isEmpty()) {
      all.add(folder);
    }
    if (options.plan().source() != null) {
      all.add(onDisk.source(options.plan().source()));
    }
    for (VariableSource variable : options.values().variables()) {
      if (variable instanceof VariableSource.VarFile file) {
        all.addAll(onDisk.values("--var-file", file.path()));
      }
    }
    for (Variant variant : options.values().variants()) {
      variant.files().forEach(file -> all.addAll(onDisk.values("--variant", file)));
    }
    for (String file : options.values().parameterFiles()) {
      all.addAll(onDisk.values("--parameters", file));
    }
    Path root = root(options, all, onDisk, cliEnvironment);
    FolderTree plain = tree(root, folder);
    FolderTree tree = plain.naming(all.stream().map(path -> inTree(plain, path)).toList());
    String current = tree.pathOf(folder);
    PipedValues piped = PipedValues.of(options, onDisk, current == null ? "" : current);
    Inputs inputs = new InputValues(tree, onDisk, piped).of(options, cliEnvironment.environment());
    List<String> named = new ArrayList<>();
    paths.forEach(path -> named.add(inTree(tree, path)));
    SourceTree sources = tree;
    for (NamedPipe pipe : pipes) {
      // A plan looks for its code from where it lies; what comes in lies in the current folder.
      String path = Paths.in(inTree(tree, folder), pipe.file());
      named.add(0, path);
      // Terraform code that comes in is a module by itself.
      Predicate<String> replaced =
          ConfigNames.isConfig(path) ? ConfigNames::isConfig : name -> false;
      sources = new StreamedTree(sources, path, pipe.shown(), pipe.stream(), replaced);
    }
    return new ResolvedInput(
        tree,
        sources,
        root,
        folder,
        List.copyOf(named),
        inputs,
        piped,
        exclusion(options, current),
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
      InputOptions options, List<Path> paths, NamedPaths onDisk, CliEnvironment cliEnvironment) {
    if (options.root() != null) {
      Path root = onDisk.real(options.root());
      if (!Files.isDirectory(root)) {
        throw new UsageException("--root " + options.root() + " is not a directory");
      }
      for (Path path : paths) {
        if (!path.startsWith(root)) {
          throw new UsageException(path + " is outside the root " + root);
        }
      }
      return root;
    }
    Path home = orItself(cliEnvironment.home());
    Path temporary = orItself(cliEnvironment.temporary());
    @Nullable Path root = new TreeRoot(onDisk.folder(), home, temporary).of(paths);
    if (root == null) {
      throw new UsageException(
          "cannot determine the project directory of "
              + String.join(", ", options.paths())
              + "; set it with --root, nothing outside it is read");
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
        files.addAll(sources.walk(path, unlessExcluded(skipped)));
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

  /** The same where other sources are read than those on disk. */
  ResolvedInput reading(SourceTree other) {
    return new ResolvedInput(tree, other, root, folder, named, inputs, piped, exclusion, noIgnore);
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
        piped,
        exclusion.and(policy.exclusion()),
        noIgnore);
  }

  /** What is read of a tree: not what is excluded, and the values that are piped in. */
  SourceTree readIn(SourceTree whole) {
    return piped.in(exclusion.in(whole));
  }

  /** A shown path as it is in the tree: the same whatever the current folder is. */
  public String inTree(String shown) {
    String path = tree.pathOf(folder.resolve(shown));
    return path == null ? shown : path;
  }

  static String inTree(FolderTree tree, Path path) {
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

  private static Path orItself(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
