package dev.iacguard.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached in a tree of files, and what cannot. */
class FolderTreeTest {
  @TempDir Path disk;
  private FolderTree tree;

  @BeforeEach
  void makeTree() throws IOException {
    Files.createDirectories(disk.resolve("tree/modules/api"));
    Files.createDirectories(disk.resolve("tree/.terraform/modules"));
    Files.createDirectories(disk.resolve("outside"));
    Files.writeString(disk.resolve("tree/main.tf"), "# main\n");
    Files.writeString(disk.resolve("tree/modules/api/api.tf"), "# api\n");
    Files.writeString(disk.resolve("tree/.terraform/modules/modules.json"), "{}");
    Files.writeString(disk.resolve("outside/secret.tf"), "# secret\n");
    tree = FolderTree.at(disk.resolve("tree"), disk.resolve("tree"));
  }

  private static String reason(Content content) {
    assertThat(content).isInstanceOf(Content.Failed.class);
    return ((Content.Failed) content).reason();
  }

  @Test
  void walksInOrderAndLeavesOutFoldersThatHoldNoSource() {
    assertThat(tree.walk("")).containsExactly("main.tf", "modules/api/api.tf");
    assertThat(tree.files("modules/api")).containsExactly("api.tf");
    assertThat(tree.isFile(".terraform/modules/modules.json")).isFalse();
    assertThat(tree.installedModules("")).isInstanceOf(Content.Decoded.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside/secret.tf", "link.tf", "folder/secret.tf", "broken.tf"})
  void readsNothingOutside(String path) throws IOException {
    Files.createSymbolicLink(disk.resolve("tree/link.tf"), disk.resolve("outside/secret.tf"));
    Files.createSymbolicLink(disk.resolve("tree/folder"), disk.resolve("outside"));
    Files.createSymbolicLink(disk.resolve("tree/broken.tf"), disk.resolve("nowhere"));

    assertThat(tree.isFile(path)).isFalse();
    assertThat(reason(tree.read(path)))
        .isEqualTo(path.equals("broken.tf") ? "does not exist" : "leads out of the tree");
    assertThat(tree.head(path, 10)).isEmpty();
    assertThat(tree.open(path)).isNull();
    assertThat(tree.walk("")).containsExactly("main.tf", "modules/api/api.tf");
    assertThat(tree.isFolder("folder")).isFalse();
  }

  @Test
  void tellsOfFoldersThatItDoesNotLookInto() throws IOException {
    Path closed = Files.createDirectory(disk.resolve("tree/closed"));
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isReadable(closed), "this user may read everything");

    assertThat(failures()).containsExactly("closed cannot be listed: AccessDeniedException");
  }

  @Test
  void tellsOfFoldersThatLieTooDeep() throws IOException {
    String deep = "d/".repeat(65);
    Files.createDirectories(disk.resolve("tree/" + deep + "e"));

    assertThat(failures())
        .containsExactly(deep.substring(0, 129) + " is more than 64 folders deep");
  }

  private List<String> failures() {
    List<String> failures = new ArrayList<>();
    tree.walk("", failed -> failures.add(failed.at().path() + " " + failed.reason()));
    return failures;
  }

  @Test
  void aFolderReachedThroughALinkIsTheFolderItself() throws IOException {
    Files.createSymbolicLink(disk.resolve("tree/again"), disk.resolve("tree/modules"));
    Files.createSymbolicLink(disk.resolve("tree/folder"), disk.resolve("outside"));

    assertThat(tree.real("again/api")).isEqualTo("modules/api");
    assertThat(tree.real("modules/api")).isEqualTo("modules/api");
    assertThat(tree.real("folder")).isEqualTo("folder");
    assertThat(tree.real("nowhere")).isEqualTo("nowhere");
  }

  @Test
  void followsALinkThatStaysInside() throws IOException {
    Files.createSymbolicLink(disk.resolve("tree/again.tf"), disk.resolve("tree/main.tf"));

    assertThat(tree.isFile("again.tf")).isTrue();
    assertThat(tree.read("again.tf")).isInstanceOf(Content.Decoded.class);
  }

  /** The code may name a file in any way its language can write. */
  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0000b/main.tf", "\u0000"})
  void takesANameThatNoFileCanHaveForAFileThatIsNotThere(String path) {
    assertThat(tree.isFile(path)).isFalse();
    assertThat(tree.isFolder(path)).isFalse();
    assertThat(tree.files(path)).isEmpty();
    assertThat(tree.walk(path)).isEmpty();
    assertThat(tree.head(path, 10)).isEmpty();
    assertThat(reason(tree.read(path))).isEqualTo("leads out of the tree");
    assertThat(tree.shown(path)).isEqualTo(path);
  }

  @Test
  void showsPathsFromWhereTheUserStands() throws IOException {
    FolderTree shownAbove = FolderTree.at(disk.resolve("tree"), disk);

    assertThat(shownAbove.shown("main.tf")).isEqualTo("tree/main.tf");
    assertThat(shownAbove.pathOf(disk.resolve("tree/modules"))).isEqualTo("modules");
    assertThat(shownAbove.pathOf(disk.resolve("outside"))).isNull();
  }

  @Test
  void readsTheHeadOfAFile() {
    assertThat(tree.head("main.tf", 3)).isEqualTo("# m".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/config",
        "modules/api/.git/config",
        ".git",
        ".terraform/providers/x/token",
        ".terraform/modules/api/.git/config",
        "node_modules/a/b.tf",
        "link.tf",
        "chain.tf",
        "folder/config",
        "deep/folder/config",
        ".terraform/modules/link/config"
      })
  void readsNothingThatIsLeftOut(String path) throws IOException {
    for (String secret :
        List.of(
            ".git/config",
            "modules/api/.git/config",
            ".terraform/providers/x/token",
            ".terraform/modules/api/.git/config",
            "node_modules/a/b.tf")) {
      Path file = disk.resolve("tree").resolve(secret);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "secret");
    }
    link("link.tf", ".git/config");
    link("chain.tf", "link.tf");
    link("folder", ".git");
    Files.createDirectories(disk.resolve("tree/deep"));
    link("deep/folder", "../folder");
    link(".terraform/modules/link", "../../.git");

    assertThat(tree.mayRead(path)).isFalse();
    assertThat(tree.isFile(path)).isFalse();
    assertThat(tree.isFolder(path)).isFalse();
    assertThat(tree.files(path)).isEmpty();
    assertThat(tree.walk(path)).isEmpty();
    assertThat(tree.head(path, 10)).isEmpty();
    assertThat(tree.open(path)).isNull();
    assertThat(reason(tree.read(path))).endsWith("which is left out");
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(disk.resolve("tree").resolve(path), Path.of(target));
  }

  @Test
  void readsWhatTheUserNamedAndWhatIsInstalled() throws IOException {
    Files.createDirectories(disk.resolve("tree/node_modules/a/node_modules"));
    Files.createDirectories(disk.resolve("tree/.terraform/modules/api"));
    Files.writeString(disk.resolve("tree/node_modules/a/b.tf"), "# b");
    Files.writeString(disk.resolve("tree/node_modules/a/node_modules/c.tf"), "# c");
    Files.writeString(disk.resolve("tree/.terraform/modules/api/d.tf"), "# d");
    FolderTree named = tree.naming(List.of("node_modules/a"));

    assertThat(named.walk("node_modules/a")).containsExactly("node_modules/a/b.tf");
    assertThat(named.isFile("node_modules/a/node_modules/c.tf")).isFalse();
    assertThat(named.isFile("node_modules/ab.tf")).isFalse();
    assertThat(tree.files(".terraform/modules/api")).containsExactly("d.tf");
  }

  @Test
  void tellsOfWhatItCannotLookAt() throws Exception {
    Files.createDirectories(disk.resolve("tree/.git"));
    Files.writeString(disk.resolve("tree/.git/config"), "secret");
    link("git.tf", ".git/config");
    link("broken.tf", "nowhere");
    link("outside", "../outside");
    link("same", "modules");
    link("loop", "loop");
    pipe(disk.resolve("tree/pipe.tf"));

    assertThat(failures())
        .containsExactlyInAnyOrder(
            "git.tf leads into .git, which is left out",
            "broken.tf does not exist",
            "outside leads out of the tree",
            "loop does not exist",
            "pipe.tf is not a regular file");
  }

  /** Opening a pipe to which nobody writes would wait for ever. */
  @Test
  @Timeout(60)
  void doesNotOpenAPipe() throws Exception {
    pipe(disk.resolve("tree/pipe.tf"));
    link("link.tf", "pipe.tf");

    for (String path : List.of("pipe.tf", "link.tf")) {
      assertThat(tree.isFile(path)).isFalse();
      assertThat(tree.files("")).doesNotContain(path);
      assertThat(tree.head(path, 10)).isEmpty();
      assertThat(tree.open(path)).isNull();
      assertThat(reason(tree.read(path))).isEqualTo("is not a regular file");
    }
  }

  private static void pipe(Path path) throws Exception {
    try {
      int code = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
      assumeTrue(code == 0, "mkfifo does not work here");
    } catch (IOException e) {
      assumeTrue(false, "mkfifo is not installed");
    }
  }

  /** Between the walk and the reading, a file may become something else. */
  @Test
  void namesWhatVanishedOrWasSwapped() throws IOException {
    assertThat(tree.walk("")).contains("main.tf");
    Files.delete(disk.resolve("tree/main.tf"));
    assertThat(reason(tree.read("main.tf"))).isEqualTo("does not exist");

    link("main.tf", "../outside/secret.tf");
    assertThat(reason(tree.read("main.tf"))).isEqualTo("leads out of the tree");
  }

  /** A link may give any file the name of code. */
  @Test
  void quotesNoFileOfAnotherKind() throws IOException {
    Files.writeString(disk.resolve("tree/.env"), "TOKEN=secret");
    link("env.tf", ".env");
    link("again.tf", "main.tf");

    assertThat(((Content.Decoded) tree.read("env.tf")).file().isQuotable()).isFalse();
    assertThat(((Content.Decoded) tree.read("again.tf")).file().isQuotable()).isTrue();
  }
}
