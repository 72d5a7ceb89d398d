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
  void aSecondReleaseHasTheSameBytes() throws IOException {
    Release.main(
        new String[] {
          ROOT.toString(),
          System.getProperty("iacguard.version"),
          System.getProperty("iacguard.time"),
          folder.resolve("second").toString()
        });

    assertThat(folder.resolve("second/SHA256SUMS"))
        .hasSameTextualContentAs(RELEASE.resolve("SHA256SUMS"));
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() throws IOException {
    String notice = Files.readString(ROOT.resolve("NOTICE"));
    Libraries libraries = Libraries.in(ROOT.resolve("checker-cli/target/libraries"));

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
