package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.deployed.DeployedLoader;
import dev.iacguard.core.model.Deployed;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exports that {@code --deployed} names. They may lie outside the root, since nothing in
 * them names other files, and code cannot name them.
 */
record DeployedExports(NamedPaths paths) {

  Deployed read(List<String> names) {
    List<DeployedAccount> accounts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      Path path = paths.input(name);
      boolean folder = Files.isDirectory(path);
      FolderTree tree = tree(folder ? path : Objects.requireNonNull(path.getParent()));
      List<String> files =
          folder ? tree.walk("") : List.of(Paths.name(path.toString().replace('\\', '/')));
      List<String> named = folder ? List.of() : files;
      @Nullable Deployed found = DeployedLoader.known(tree, new Selection(named, files));
      if (found == null) {
        throw new UsageException(
            "--deployed "
                + name
                + ": no AWS export was found; exports are JSON, and 'iac-guard collect --print'"
                + " prints a script that makes one");
      }
      accounts.addAll(found.accounts());
      problems.addAll(found.problems());
    }
    return new Deployed(List.copyOf(accounts), List.copyOf(problems));
  }

  private FolderTree tree(Path folder) {
    try {
      return FolderTree.at(folder, paths.folder());
    } catch (IOException e) {
      throw new UsageException("cannot read " + folder + ": " + e.getClass().getSimpleName());
    }
  }
}
