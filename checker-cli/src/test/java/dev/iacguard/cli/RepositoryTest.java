package dev.iacguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a new repository of the real git. */
abstract class RepositoryTest {
  @TempDir Path folder;
  Git git = Git.NONE;

  @BeforeEach
  void init() throws IOException {
    git = Git.init(folder.resolve("repository"));
  }
}
