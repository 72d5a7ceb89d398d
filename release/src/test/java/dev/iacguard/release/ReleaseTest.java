package dev.iacguard.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the release that the build has just made. */
class ReleaseTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));
  private static final Path RELEASE = ROOT.resolve("target/release");

  @TempDir Path folder;

  /** The order of classes in a class archive is not decided; all else is. */
  @Test
  void aSecondReleaseDiffersInTheClassArchiveAtMost() throws IOException {
    Path second = folder.resolve("second");
    Release.main(
        new String[] {
          ROOT.toString(),
          System.getProperty("iacguard.version"),
          System.getProperty("iacguard.time"),
          second.toString()
        });

    assertThat(sumsWithoutClassArchive(second))
        .hasSizeGreaterThan(2)
        .isEqualTo(sumsWithoutClassArchive(RELEASE));
    assertThat(bundleWithoutClassArchive(second, "b"))
        .hasSizeGreaterThan(20)
        .isEqualTo(bundleWithoutClassArchive(RELEASE, "a"));
  }

  /** Of the artifacts that hold none. */
  private static List<String> sumsWithoutClassArchive(Path release) throws IOException {
    try (Stream<String> lines = Files.lines(release.resolve("SHA256SUMS"))) {
      return lines.filter(line -> !line.matches(".*(-linux-x64.tar.gz|.whl|-image.tar)")).toList();
    }
  }

  /** The checksums of the files in the bundle. */
  private Map<String, String> bundleWithoutClassArchive(Path release, String name)
      throws IOException {
    Path unpacked = Files.createDirectory(folder.resolve(name));
    String version = System.getProperty("iacguard.version");
    Path bundle = release.resolve("iac-guard-" + version + "-linux-x64.tar.gz");
    Processes.run(unpacked, List.of("tar", "-xzf", bundle.toString()));
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(unpacked)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("iac-guard.jsa")) {
          sums.put(unpacked.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
        }
      }
    }
    return sums;
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
