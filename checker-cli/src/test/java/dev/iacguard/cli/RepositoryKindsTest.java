package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.Test;

/** Repositories that are kept in other ways than usual, or are damaged. */
class RepositoryKindsTest extends RepositoryTest {
  @Test
  void otherNamesOfObjectsAreSaid() throws IOException {
    Git other = Git.at(Files.createDirectory(folder.resolve("other")));
    assumeTrue(other.call(Map.of(), "init", "-q", "--object-format=sha256").code() == 0);
    other.write("main.tf", Git.BAD).commit();

    for (String option : List.of("--staged", "--diff-base=HEAD")) {
      Cli.Run run = other.check(option);

      assertThat(run.err()).contains("names its objects by sha256, which --staged and --diff-base");
      assertThat(run.code()).isEqualTo(2);
    }
    assertThat(other.check().code()).isEqualTo(1);

    Path index = Path.of(".git/index");
    git.write("main.tf", Git.BAD).stage();
    Files.write(git.folder().resolve(index), Files.readAllBytes(other.folder().resolve(index)));
    assertThat(git.check("--staged").err()).contains("the index cannot be read");
  }

  /** The git program makes such repositories since version 2.45; JGit can turn others into them. */
  @Test
  void referencesMayBeInTables() throws IOException {
    git.write("main.tf", Git.GOOD).commit().run("tag", "base");
    git.write("main.tf", Git.BAD).commit();
    try (FileRepository repository = new FileRepository(git.folder().resolve(".git").toFile())) {
      repository.convertRefStorage("reftable", false, false);
    }
    git.write("main.tf", "# a word\n" + Git.BAD);

    assertThat(git.check("--diff-base", "base").code()).isEqualTo(1);
    assertThat(git.check("--diff-base", "main").code()).isZero();
    assertThat(git.check("--staged").out()).startsWith("nothing to check: ");
  }

  /** Whatever is wrong with a repository is no error of this program. */
  @Test
  void damageIsSaid() throws IOException {
    git.write("main.tf", Git.GOOD).commit().write("main.tf", Git.BAD).write("a.tf", "").stage();
    List<Path> files;
    try (Stream<Path> all = Files.walk(git.folder().resolve(".git"))) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*/(index|HEAD|config|main|[0-9a-f]{38})"))
              .sorted()
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(6);
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      Path file = files.get(i % files.size());
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged =
          Arrays.copyOf(whole, whole.length - (i % 3 == 0 ? random.nextInt(whole.length) : 0));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(file.toFile().setWritable(true)).isTrue();
      Files.write(file, damaged);

      for (String option : List.of("--staged", "--diff-base=HEAD")) {
        Cli.Run run = git.check(option);
        assertThat(run.code()).as(i + " " + file + "\n" + run.err()).isNotEqualTo(4);
      }
      Files.write(file, whole);
    }
    assertThat(git.check("--staged").code()).isEqualTo(1);
  }
}
