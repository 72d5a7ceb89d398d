package dev.iacguard.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a client sends leaves old diagnostics or ends the server. */
class BadInputTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private Path main = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("one"));
    main = Files.writeString(folder.resolve("main.tf"), Texts.MAIN);
  }

  @Test
  void aBrokenDocumentHasItsErrorsAndNoOldFindings() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(editor.rules(main)).contains("IG201");
      editor.replaceAll(main, "resource \"aws_cloudwatch_log_group\" {{{{ \u0000 \uD83D");
      assertThat(editor.rules(main)).isNotEmpty().allMatch("IG001"::equals);
      editor.replaceAll(main, "");
      assertThat(editor.rules(main)).isEmpty();
      editor.replaceAll(main, Texts.MAIN);
      assertThat(editor.rules(main)).contains("IG201");
    }
  }

  @Test
  void aMessageThatIsTooLargeIsNotHeld() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main, Texts.MAIN.replace("default = 0", "default = 365"));
      assertThat(editor.rules(main)).doesNotContain("IG201");
      editor.replaceAll(main, Texts.MAIN + "#".repeat(BoundedMessages.LARGEST));
      assertThat(editor.rules(main)).as("as it is on disk").contains("IG201");
      assertThat(editor.messages()).anyMatch(message -> message.contains("16 MiB"));
      editor.close(main);
      editor.open(main, Texts.MAIN.replace("default = 0", "default = 365"));
      assertThat(editor.rules(main)).doesNotContain("IG201");
    }
  }

  @Test
  void aLargeDocumentIsChecked() throws IOException {
    String large = Texts.MAIN + "# 0123456789 0123456789\n".repeat(200_000);
    try (Editor editor = Editor.at(folder)) {
      editor.open(main, large);
      assertThat(editor.rules(main)).contains("IG201");
      editor.replace(main, large.indexOf("= 0") + 2, large.indexOf("= 0") + 3, "365");
      assertThat(editor.rules(main)).doesNotContain("IG201");
    }
  }

  @Test
  void aFileOutsideIsNotChecked() throws IOException {
    Path outside = temporary.toRealPath().resolve("other.tf");
    try (Editor editor = Editor.at(folder)) {
      editor.open(outside, Texts.MAIN);
      assertThat(editor.rules(outside)).isEmpty();
      editor.replaceAll(outside, "x");
      assertThat(editor.shown().keySet()).containsExactly(Editor.uri(main));
    }
  }

  @Test
  void twoWorkspacesHaveTheirOwnPolicies() throws IOException {
    Path two = Files.createDirectories(temporary.toRealPath().resolve("two"));
    Path other = Files.writeString(two.resolve("main.tf"), Texts.MAIN);
    Files.writeString(two.resolve("iac-guard.yaml"), "version: 1\nrules:\n  IG201: off\n");
    try (Editor editor = Editor.at(folder, two)) {
      editor.open(main);
      editor.open(other);
      assertThat(editor.rules(main)).contains("IG201");
      assertThat(editor.rules(other)).contains("IG109").doesNotContain("IG201");
      editor
          .server()
          .getWorkspaceService()
          .didChangeWorkspaceFolders(
              new DidChangeWorkspaceFoldersParams(
                  new WorkspaceFoldersChangeEvent(
                      List.of(), List.of(new WorkspaceFolder(two.toUri().toString(), "w")))));
      assertThat(editor.rules(other)).as("its workspace is closed").isEmpty();
      assertThat(editor.rules(main)).contains("IG201");
    }
  }

  @Test
  void aWorkspaceInAnotherOwnsItsFiles() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Path other = Files.writeString(inner.resolve("main.tf"), Texts.MAIN);
    try (Editor editor = Editor.at(folder, inner)) {
      editor.open(other);
      List<String> rules = editor.rules(other);
      assertThat(rules).contains("IG201").doesNotHaveDuplicates();
    }
  }

  @Test
  void aFolderThatIsGoneIsSaidOnce() throws IOException {
    try (Editor editor = Editor.at(folder.resolve("missing"))) {
      editor.open(folder.resolve("missing/main.tf"), Texts.MAIN);
      editor.settle();
      editor.replaceAll(folder.resolve("missing/main.tf"), "x");
      editor.settle();
      assertThat(editor.messages()).hasSize(1).allMatch(each -> each.contains("is not checked"));
    }
  }

  @Test
  void whatIsNoMessageEndsNothing() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      editor.raw("Content-Length: 7\r\n\r\n{\"a\":tr".getBytes(StandardCharsets.UTF_8));
      editor.raw("Content-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(editor.rules(main)).contains("IG201");
    }
  }

  @Test
  void aClientThatHangsUpEndsTheServer() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      editor.settle();
      editor.hangUp();
      assertThat(editor.exitCode()).isEqualTo(1);
    } catch (RuntimeException e) {
      // Closing says goodbye to nobody.
    }
  }

  @Test
  void changesOnDiskAreSeen() throws IOException {
    try (Editor editor = Editor.at(folder)) {
      editor.open(main);
      assertThat(editor.rules(main)).contains("IG201");
      Path policy = folder.resolve("iac-guard.yaml");
      Files.writeString(policy, "version: 1\nrules:\n  IG201: off\n");
      editor.save(main);
      assertThat(editor.rules(main)).doesNotContain("IG201");
      Files.delete(policy);
      editor.save(main);
      assertThat(editor.rules(main)).contains("IG201");
    }
  }
}
