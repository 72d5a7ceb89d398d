package dev.iacguard.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, their home folders and projects, all below one folder. */
class TreeRootTest {
  @TempDir Path temporary;
  private Path users = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void makeHome() throws IOException {
    users = temporary.toRealPath().resolve("users");
    home = folder("users/me");
  }

  @Test
  void theRepositoryThatEnclosesThePath() throws IOException {
    folder("users/me/work/shop/.git");
    Path infra = folder("users/me/work/shop/infra/prod");

    assertThat(root(home, infra)).isEqualTo(home.resolve("work/shop"));
  }

  @Test
  void aWorkTreeWithItsGitFile() throws IOException {
    Path shop = folder("users/me/shop");
    Files.writeString(shop.resolve(".git"), "gitdir: elsewhere");

    assertThat(root(home, folder("users/me/shop/infra"))).isEqualTo(shop);
  }

  @Test
  void outsideARepositoryTheCurrentFolderThatHoldsThePath() throws IOException {
    Path project = folder("users/me/work/project");
    Path main = Files.writeString(folder("users/me/work/project/infra").resolve("main.tf"), "");

    assertThat(root(project, main)).isEqualTo(project);
  }

  @Test
  void elseTheHighestFolderBelowAGuardedPlace() throws IOException {
    Path infra = folder("users/me/work/project/infra");

    assertThat(root(home, infra)).isEqualTo(home.resolve("work"));
    assertThat(root(folder("users/me/other"), infra)).isEqualTo(home.resolve("work"));
  }

  @Test
  void aGuardedFolderThatIsNamedIsItsOwnRoot() {
    assertThat(root(home, home)).isEqualTo(home);
    assertThat(root(home, users)).isEqualTo(users);
  }

  @Test
  void aFileInAGuardedPlaceNeedsARootByName() throws IOException {
    assertThat(root(home, Files.writeString(home.resolve("template.yaml"), ""))).isNull();
    assertThat(root(home, Files.writeString(temporary.toRealPath().resolve("x.tf"), ""))).isNull();
  }

  @Test
  void severalPathsOfOneProject() throws IOException {
    Path project = folder("users/me/work/project");
    Path one = folder("users/me/work/project/one");
    Path other = folder("users/me/work/project/other");

    assertThat(root(project, one, other)).isEqualTo(project);
  }

  @Test
  void twoRepositoriesInOneFolder() throws IOException {
    folder("users/me/work/shop/.git");
    folder("users/me/work/bank/.git");

    assertThat(root(home, home.resolve("work/shop"), home.resolve("work/bank")))
        .isEqualTo(home.resolve("work"));
  }

  @Test
  void projectsWithNothingButAGuardedPlaceInCommon() throws IOException {
    folder("users/me/shop/.git");
    folder("users/me/bank/.git");

    assertThat(root(home, home.resolve("shop"), home.resolve("bank"))).isNull();
  }

  @Test
  void theFolderForTemporaryFilesIsGuarded() throws IOException {
    Path project = folder("project");

    assertThat(root(home, project)).isEqualTo(project);
    assertThat(root(temporary.toRealPath(), project)).isEqualTo(project);
  }

  private @Nullable Path root(Path current, Path... paths) {
    try {
      return new TreeRoot(current, home, temporary.toRealPath()).of(List.of(paths));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path folder(String path) throws IOException {
    return Files.createDirectories(temporary.toRealPath().resolve(path));
  }
}
