package dev.iacguard.cli.environment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A temporary file beside the one that it will replace. It is gone when the run ends before that,
 * by an error or by Ctrl-C.
 */
final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final Thread sweeper;

  PartFile(Path target) {
    this.target = target;
    this.part =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    this.sweeper = new Thread(this::delete);
    Runtime.getRuntime().addShutdownHook(sweeper);
  }

  OutputStream open() throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
  }

  /** Gives it the permissions of the file that it will replace, where the file system has any. */
  void takePermissions() throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(part, old.readAttributes().permissions());
    }
  }

  void takePlace() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      if (!Files.isWritable(target)) {
        throw e;
      }
      // A file that a container was given by name can be written and not replaced.
      try (OutputStream out = Files.newOutputStream(target)) {
        Files.copy(part, out);
      }
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(sweeper);
    } catch (IllegalStateException e) {
      // The process is ending by a signal: nothing is left to do or to say.
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A part that cannot be removed is not worth a word beside what stopped the run. */
  private boolean delete() {
    try {
      return Files.deleteIfExists(part);
    } catch (IOException e) {
      return false;
    }
  }
}
