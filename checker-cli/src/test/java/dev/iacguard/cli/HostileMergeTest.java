package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports that are too large, or not where they seem to be, are named, and the others are merged.
 */
class HostileMergeTest {
  @TempDir Path folder;
  @TempDir Path outside;
  private String report = "";

  @BeforeEach
  void oneReport() throws IOException {
    report = MergeTest.report("stages", "shop/orders", "2026-11-01");
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("in/orders.json"), report);
  }

  private Cli.Run merge(String... paths) {
    String[] arguments = new String[paths.length + 3];
    arguments[0] = "merge";
    System.arraycopy(paths, 0, arguments, 1, paths.length);
    arguments[paths.length + 1] = "--format";
    arguments[paths.length + 2] = "ndjson";
    return Cli.in(folder).run(arguments);
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), target);
  }

  @Test
  void aReportThatIsTooLargeIsNamed() throws IOException {
    try (RandomAccessFile huge =
        new RandomAccessFile(folder.resolve("in/huge.json").toFile(), "rw")) {
      huge.setLength((256L << 20) + 1);
    }
    Cli.Run run = merge("in");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("iac-guard: in/huge.json: is larger than 256 MiB\n");
    assertThat(run.out().lines()).hasSize(4);
  }

  @Test
  void linksOutOfTheDirectoryAreNamedAndNotFollowed() throws IOException {
    Files.writeString(
        outside.resolve("returns.json"), report.replace("shop/orders", "shop/returns"));
    Files.createDirectory(outside.resolve("more"));
    link("in/a.json", outside.resolve("returns.json"));
    link("in/b.json", outside.resolve("nowhere.json"));
    link("in/c", outside.resolve("more"));
    link("in/notes.txt", outside.resolve("returns.json"));

    Cli.Run run = merge("in");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines())
        .hasSize(3)
        .allMatch(line -> line.contains("is a symbolic link out of the directory"))
        .anyMatch(line -> line.startsWith("iac-guard: in/a.json: "))
        .anyMatch(line -> line.startsWith("iac-guard: in/c: "));
    assertThat(run.out().lines()).hasSize(4);
  }

  @Test
  void linksInsideTheDirectoryAreNoReports() throws IOException {
    link("in/latest.json", Path.of("orders.json"));
    link("in/again", Path.of("."));
    Cli.Run run = merge("in");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(4);
  }

  @Test
  void aLinkThatIsNamedIsRead() throws IOException {
    Files.writeString(
        outside.resolve("returns.json"), report.replace("shop/orders", "shop/returns"));
    link("in/a.json", outside.resolve("returns.json"));
    for (String[] paths : new String[][] {{"in/a.json", "in"}, {"in", "in/a.json"}}) {
      Cli.Run run = merge(paths);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(8);
    }
  }
}
