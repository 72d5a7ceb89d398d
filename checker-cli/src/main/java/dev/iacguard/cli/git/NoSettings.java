package dev.iacguard.cli.git;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;

/**
 * Hides the machine from JGit: its environment and the git settings of the system, the user and the
 * repository, which could name a program to run or a file to read.
 */
final class NoSettings extends SystemReader {
  /** Hands out files, except a repository's settings. */
  static final FS FILES = new Files();

  /** None at all. */
  static final NoSettings ALL = new NoSettings(false);

  /** None but that references are kept in tables. */
  static final NoSettings BUT_TABLES = new NoSettings(true);

  private static final String FILE_SYSTEM = "filesystem";

  private final boolean tables;

  private NoSettings(boolean tables) {
    this.tables = tables;
    setPlatformChecker();
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  @SuppressWarnings("NullAway") // JGit takes null for a variable that is not set.
  public String getenv(String variable) {
    return null;
  }

  @Override
  public String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    FileBasedConfig settings = new Empty(fs);
    if (tables) {
      settings.setInt("core", null, "repositoryFormatVersion", 1);
      settings.setString("extensions", null, "refStorage", "reftable");
    }
    return settings;
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(fs);
  }

  @Override
  @SuppressWarnings("deprecation") // It is abstract.
  public long getCurrentTime() {
    return System.currentTimeMillis();
  }

  @Override
  @SuppressWarnings("deprecation") // It is abstract.
  public int getTimezone(long when) {
    return 0;
  }

  private static final class Empty extends FileBasedConfig {
    @SuppressWarnings("NullAway") // There is no file.
    Empty(FS fs) {
      super(null, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** Answers how exact times of files are, which JGit would otherwise try out by writing. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals(FILE_SYSTEM) ? unit.convert(1, TimeUnit.SECONDS) : otherwise;
    }
  }

  private static final class Files extends FS_POSIX {
    @Override
    public FS newInstance() {
      return this;
    }

    /** The place of a repository's settings is one where no file can be. */
    @Override
    public File resolve(File folder, String name) {
      File file = super.resolve(folder, name);
      return name.equals("config") ? new File(new File(folder, "HEAD"), name) : file;
    }
  }
}
