package dev.iacguard.cli.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The git pre-commit hook. One that was there before is kept and runs first. */
public final class Hook {
  private static final String NAME = "pre-commit";
  private static final String EARLIER = NAME + ".before-iac-guard";
  private static final String MARK = "# iac-guard hook";

  private final Path folder;
  private final Path file;
  private final Path earlier;

  private Hook(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
    this.earlier = folder.resolve(EARLIER);
  }

  /**
   * @param folder where hooks are, or null for where git runs them from
   * @param home the user's
   */
  public static Hook of(GitRepository repository, @Nullable Path folder, Path home)
      throws GitProblem {
    return new Hook(
        folder != null
            ? folder
            : new HookFolder(repository.repository(), repository.top()).find(home));
  }

  public Path file() {
    return file;
  }

  /** Whether there is another hook, which runs first. */
  public boolean isChained() {
    return exists(earlier);
  }

  /**
   * Puts the hook in its place, be it there or not.
   *
   * @param command the program to run
   */
  public void install(Path command) throws IOException {
    Files.createDirectories(folder);
    if (exists(file) && !isOurs()) {
      Files.move(file, earlier);
    }
    Path part = folder.resolve(NAME + ".part");
    Files.writeString(part, script(command));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Takes the hook away and puts the earlier one back.
   *
   * @return false when it was not there
   */
  public boolean uninstall() throws IOException {
    if (!exists(file) || !isOurs()) {
      return false;
    }
    if (exists(earlier)) {
      Files.move(earlier, file, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(file);
    }
    return true;
  }

  private boolean isOurs() throws IOException {
    return Files.isRegularFile(file)
        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
  }

  /** A link that leads nowhere is there too. */
  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String script(Path command) {
    return """
        #!/bin/sh
        %s: 'iac-guard hook uninstall' removes it
        earlier=$(dirname "$0")/%s
        if [ -x "$earlier" ]; then
          "$earlier" "$@" || exit $?
        fi
        program=%s
        if [ ! -x "$program" ]; then
          program=$(command -v iac-guard) || {
            echo "iac-guard is neither at" %s "nor on the PATH; 'iac-guard hook install' from" \
              "where it is now, or delete $0" >&2
            exit 1
          }
        fi
        exec "$program" check --staged --quiet
        """
        .formatted(MARK, EARLIER, quoted(command.toString()), quoted(command.toString()));
  }

  /** As one word of a shell. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
