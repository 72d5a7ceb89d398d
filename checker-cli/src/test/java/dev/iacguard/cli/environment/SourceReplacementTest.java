package dev.iacguard.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes between being read and being written keeps the change. */
class SourceReplacementTest {
  @TempDir Path folder;

  @Test
  void aFileThatHoldsAnotherTextIsNotReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("main.tf"), "changed");

    assertThat(SourceReplacement.of(file, "read", "edited")).isNull();
  }

  @Test
  void norIsOneThatChangesLater() throws IOException {
    Path file = Files.writeString(folder.resolve("main.tf"), "read");
    SourceReplacement replacement =
        Objects.requireNonNull(SourceReplacement.of(file, "read", "edited"));
    Files.writeString(file, "changed");

    assertThat(replacement.write()).isEqualTo("has changed since it was read");
    assertThat(file).hasContent("changed");
  }

  @Test
  void anUnchangedOneIsAndKeepsItsMark() throws IOException {
    Path file = Files.writeString(folder.resolve("main.tf"), "\uFEFFread");

    assertThat(Objects.requireNonNull(SourceReplacement.of(file, "read", "edited")).write())
        .isNull();

    assertThat(file).hasContent("\uFEFFedited");
  }
}
