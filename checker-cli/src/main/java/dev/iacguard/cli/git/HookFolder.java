package dev.iacguard.cli.git;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Finds the folder that git runs a repository's hooks from. */
final class HookFolder {
  private static final String SETTING = "core.hooksPath";

  private final Path top;
  private final Path common;

  HookFolder(Repository repository, Path top) {
    this.top = top;
    this.common = repository.getCommonDirectory().toPath();
  }

  /**
   * The folder that the settings name, when it belongs to the repository, or the usual one.
   *
   * @param home the user's, whose settings may name a folder for all repositories
   */
  Path find(Path home) throws GitProblem {
    @Nullable String own = setting(common.resolve("config"));
    @Nullable String users = own != null ? null : setting(home.resolve(".gitconfig"));
    @Nullable String any = users != null ? users : setting(home.resolve(".config/git/config"));
    @Nullable String named = own != null ? own : any;
    if (named == null || named.isEmpty()) {
      return common.resolve("hooks");
    }
    try {
      Path folder = top.resolve(named).normalize();
      if (!named.startsWith("~") && (folder.startsWith(top) || folder.startsWith(common))) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw new GitProblem(SETTING + " is not a path: " + named);
    }
    throw new GitProblem(
        SETTING
            + " is "
            + named
            + ", which is outside the repository; to install the hook there, use --hooks-path");
  }

  private static @Nullable String setting(Path file) throws GitProblem {
    return Settings.read(file).getString("core", null, "hooksPath");
  }
}
