package dev.iacguard.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the release that the build has just made. */
class ReleaseTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));
  private static final Path RELEASE = ROOT.resolve("target/release");

  @TempDir Path folder;

  @Test
  void aSecondReleaseIsEqual() throws IOException {
    Path second = folder.resolve("second");
    Release.main(
        new String[] {
          ROOT.toString(),
          System.getProperty("iacguard.version"),
          System.getProperty("iacguard.time"),
          second.toString()
        });

    assertThat(Files.readAllLines(second.resolve("SHA256SUMS")))
        .hasSizeGreaterThan(5)
        .isEqualTo(Files.readAllLines(RELEASE.resolve("SHA256SUMS")));
  }

  /**
   * A class that is made or read anew at each start costs more than a hundred that are archived.
   */
  @Test
  void aStartTakesItsClassesFromTheArchive() throws IOException {
    String version = System.getProperty("iacguard.version");
    Path bundle = RELEASE.resolve("iac-guard-" + version + "-linux-x64.tar.gz");
    Processes.run(folder, List.of("tar", "-xzf", bundle.toString(), "--strip-components=1"));
    Path log = folder.resolve("classes.log");
    Processes.run(
        folder,
        List.of(
            "env",
            "IAC_GUARD_JAVA_OPTS=-Xlog:class+load:file=" + log,
            "bin/iac-guard",
            "check",
            "examples"),
        1);

    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded).hasSizeGreaterThan(1_000);
    assertThat(loaded)
        .filteredOn(line -> !line.contains("source: shared objects file"))
        .hasSizeLessThan(10);
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() throws IOException {
    String notice = Files.readString(ROOT.resolve("NOTICE"));
    Libraries libraries = Libraries.of(ROOT);

    assertThat(libraries.all())
        .isNotEmpty()
        .allSatisfy(
            library -> {
              String row = library.artifact() + " ";
              assertThat(notice).contains(row, library.licence());
            });
  }

  /** In namespaces of the kernel where that is permitted; the script says what it has to skip. */
  @Test
  void theArtifactsWorkAsTheyAreInstalled() throws IOException {
    String output = Processes.run(ROOT, List.of("build/prove-release"));

    assertThat(output).contains("passed, 0 failed");
  }
}
