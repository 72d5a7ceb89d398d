package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hook install}, with the real git running the hook. */
class HookTest {
  @TempDir Path folder;
  private Git git;
  private Path launcher = Path.of("");

  @BeforeEach
  void init() throws IOException {
    git = Git.init(folder.resolve("it's a repository"));
    launcher = program(folder.resolve("it's a launcher"), "echo \"judged: $*\"; exit 1");
  }

  @Test
  void gitRunsTheHook() throws IOException {
    Cli.Run run = hook("install");

    assertThat(run.out()).isEqualTo("installed " + git.folder() + "/.git/hooks/pre-commit\n");
    assertThat(git.write("a", "a").stage().call(Map.of(), "commit", "-m", "a"))
        .isEqualTo(new Git.Result(1, "judged: check --staged --quiet"));
    assertThat(hook("uninstall").out()).startsWith("removed ");
    git.commit();
    assertThat(hook("uninstall").out()).startsWith("no iac-guard hook in ");
  }

  @Test
  void aProgramThatMovedIsLookedForOnThePath() throws IOException {
    hook("install");
    Files.delete(launcher);
    git.write("a", "a").stage();

    assertThat(git.call(Map.of("PATH", "/usr/bin:/bin"), "commit", "-m", "a").output())
        .contains("iac-guard is neither at", "nor on the PATH");
    program(folder.resolve("bin/iac-guard"), "echo found; exit 1");
    assertThat(
            git.call(Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin"), "commit", "-m", "a"))
        .isEqualTo(new Git.Result(1, "found"));
  }

  @Test
  void aHookThatIsThereIsKeptAndRunsFirst() throws IOException {
    Path file = program(git.folder().resolve(".git/hooks/pre-commit"), "echo earlier");
    String earlier = Files.readString(file);

    assertThat(hook("install").out()).contains("the existing hook runs first");
    hook("install");

    assertThat(git.write("a", "a").stage().call(Map.of(), "commit", "-m", "a").output())
        .isEqualTo("earlier\njudged: check --staged --quiet");
    hook("uninstall");
    assertThat(file).hasContent(earlier.strip()).isExecutable();
    git.commit();
  }

  @Test
  void aHookThatFailsEndsTheCommit() throws IOException {
    program(git.folder().resolve(".git/hooks/pre-commit"), "exit 3");
    hook("install");

    assertThat(git.write("a", "a").stage().call(Map.of(), "commit", "-m", "a").output()).isEmpty();
  }

  @Test
  void theFolderThatSettingsNameIsUsedInsideTheRepository() throws IOException {
    git.run("config", "core.hooksPath", "tools/hooks");

    hook("install");

    assertThat(git.folder().resolve("tools/hooks/pre-commit")).isExecutable();
    assertThat(git.folder().resolve(".git/hooks/pre-commit")).doesNotExist();
  }

  @Test
  void aFolderOutsideHasToBeNamed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    git.run("config", "core.hooksPath", outside.toString());

    assertThat(hook("install").err()).contains("--hooks-path");
    assertThat(outside).isEmptyDirectory();
    assertThat(hook("install", "--hooks-path", outside.toString()).code()).isZero();
    assertThat(outside.resolve("pre-commit")).isExecutable();
  }

  @Test
  void linkedWorkTreesShareTheHook() throws IOException {
    git.commit().run("worktree", "add", "-q", "../linked");
    Path linked = folder.resolve("linked").toRealPath();

    Cli.Run run = Cli.in(linked).with("IAC_GUARD_LAUNCHER", "guard").run("hook", "install");

    assertThat(run.out()).isEqualTo("installed " + git.folder() + "/.git/hooks/pre-commit\n");
  }

  @Test
  void onlyTwoThingsCanBeDone() {
    Cli.Run run = hook("instal");

    assertThat(run.err()).contains("did you mean 'install'");
    assertThat(run.code()).isEqualTo(2);
  }

  private Cli.Run hook(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "hook";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.in(git.folder()).with("IAC_GUARD_LAUNCHER", launcher.toString()).run(all);
  }

  private static Path program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
