package dev.iacguard.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    assertThat(tree.isFile(".terraform/modules/modules.json")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside/secret.tf", "link.tf", "folder/secret.tf", "broken.tf"})
  void readsNothingOutside(String path) throws IOException {
    Files.createSymbolicLink(disk.resolve("tree/link.tf"), disk.resolve("outside/secret.tf"));
    Files.createSymbolicLink(disk.resolve("tree/folder"), disk.resolve("outside"));
    Files.createSymbolicLink(disk.resolve("tree/broken.tf"), disk.resolve("nowhere"));

    assertThat(tree.isFile(path)).isFalse();
    assertThat(reason(tree.read(path))).isEqualTo("leads out of the tree");
    assertThat(tree.head(path, 10)).isEmpty();
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
        .containsExactly(deep.substring(0, 129) + " lies more than 64 folders deep");
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
}
