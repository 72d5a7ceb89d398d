package dev.iacguard.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final String LONG = "a/" + "folder/".repeat(20) + "file";
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("bin/run", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), true),
          Entry.file(LONG, "text".getBytes(StandardCharsets.UTF_8)));

  @TempDir Path folder;

  @Test
  void tarIsWhatTarUnpacks() throws IOException {
    Path archive = Files.write(folder.resolve("a.tar.gz"), Tar.gzip(Tar.of(ENTRIES, TIME)));

    Processes.run(folder, List.of("tar", "-xzf", archive.toString()));

    assertThat(folder.resolve(LONG)).hasContent("text");
    assertThat(folder.resolve("bin/run")).isExecutable();
    assertThat(Files.getLastModifiedTime(folder.resolve(LONG)).toInstant()).isEqualTo(TIME);
  }

  @Test
  void zipKeepsContentAndNames() throws IOException {
    Path archive = Files.write(folder.resolve("a.zip"), Zip.of(ENTRIES, TIME));

    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.size()).isEqualTo(2);
      assertThat(zip.getInputStream(zip.getEntry(LONG)).readAllBytes())
          .isEqualTo("text".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void onlyClocksAreTakenOutOfAClassArchive() throws IOException {
    byte[] first = new byte[100_000];
    byte[] second = new byte[100_000];
    first[5] = 1;
    first[5000] = 1;
    second[5001] = 2;
    first[5008] = second[5008] = 3;

    byte[] made = ClassArchive.withoutClocks(first, second);

    byte[] expected = new byte[100_000];
    expected[5008] = 3;
    assertThat(made).isEqualTo(expected);
    java.util.Arrays.fill(second, (byte) 7);
    assertThatThrownBy(() -> ClassArchive.withoutClocks(first, second))
        .hasMessageContaining("differ");
  }
}
