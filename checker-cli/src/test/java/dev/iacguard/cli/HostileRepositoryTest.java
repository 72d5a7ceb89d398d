package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository whose settings want things run or read. */
class HostileRepositoryTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--staged", "--diff-base=HEAD"})
  void nothingIsRunReadOrWritten(String option) throws IOException {
    Git git = Git.init(folder.resolve("repository"));
    Path ran = folder.resolve("ran");
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\ntouch '" + ran + "'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    git.write("infra/main.tf", Git.GOOD).commit().write("infra/main.tf", Git.BAD).stage();
    git.write(".gitattributes", "* filter=evil diff=evil merge=evil\n").stage();
    git.write("infra/more.tf", "# on disk only\n");
    git.write(".git/config", SETTINGS.replace("PROGRAM", program.toString()));
    git.write(".git/config.worktree", "[include]\n  path = /dev/stdin\n");
    Files.createDirectories(git.folder().resolve(".git/hooks"));
    for (String hook :
        Set.of("pre-commit", "post-index-change", "post-checkout", "fsmonitor-watchman")) {
      Files.copy(program, git.folder().resolve(".git/hooks").resolve(hook));
    }
    Map<String, String> before = git.state();

    Cli.Run run = git.check(option);

    assertThat(run.out()).contains("error[IG101]");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(ran).doesNotExist();
    assertThat(git.state()).isEqualTo(before);
    // The settings are such that git itself falls for them.
    git.delete(".git/config.worktree");
    git.write(
        ".git/config",
        SETTINGS.replace("PROGRAM", program.toString()).replaceAll("(?s)\\[include.*", ""));
    git.call(Map.of(), "status");
    assertThat(ran).exists();
  }

  @Test
  void aDamagedRepositoryIsAMessage() throws IOException {
    Git git = Git.init(folder.resolve("repository")).write("infra/main.tf", Git.GOOD).commit();
    git.write(".git/index", "no index");

    Cli.Run staged = git.check("--staged");

    assertThat(staged.err()).contains("the index cannot be read");
    assertThat(staged.code()).isEqualTo(2);
    git.write(".git/HEAD", "rubbish");
    assertThat(git.check("--diff-base", "HEAD").code()).isEqualTo(2);
  }

  private static final String SETTINGS =
      """
      [core]
        repositoryformatversion = 0
        bare = false
        fsmonitor = PROGRAM
        hooksPath = hooks
        sshCommand = PROGRAM
        editor = PROGRAM
        pager = PROGRAM
        gitProxy = PROGRAM
        attributesFile = /etc/passwd
      [filter "evil"]
        clean = PROGRAM
        smudge = PROGRAM
        process = PROGRAM
        required = true
      [diff]
        external = PROGRAM
      [diff "evil"]
        textconv = PROGRAM
        command = PROGRAM
      [merge "evil"]
        driver = PROGRAM
      [credential]
        helper = PROGRAM
      [remote "origin"]
        url = ext::PROGRAM
        promisor = true
        partialclonefilter = blob:none
      [extensions]
        worktreeConfig = true
      [include]
        path = /etc/passwd
      [includeIf "gitdir:**"]
        path = /dev/zero
      """;
}
