package dev.iacguard.cli.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Says which files of a work tree git ignores: those that its ignore files name and that are not
 * tracked. Ignore files outside the root and in the user's settings are not looked at.
 */
public final class IgnoredFiles {
  private static final long LARGEST = 1 << 20;
  private static final IgnoreNode NONE = new IgnoreNode();

  private final Path root;
  private final Map<String, String> environment;
  private final Map<String, IgnoreNode> nodes = new HashMap<>();
  private final Map<String, Boolean> folders = new HashMap<>();
  private final IgnoreNode shared;
  private @Nullable DirCache index;
  private String prefix = "";
  private boolean readable = true;

  /**
   * @param root the folder that paths are relative to
   * @param environment where git tells its hooks which index a commit is made from
   */
  public IgnoredFiles(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = environment;
    this.shared = node(root.resolve(Constants.DOT_GIT).resolve("info").resolve("exclude"));
  }

  /** Whether a path lies in a work tree, without which nothing is ignored. */
  public static boolean isWorkTree(Path root) {
    for (Path at = root; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(Constants.DOT_GIT))) {
        return true;
      }
    }
    return false;
  }

  public boolean isIgnored(String file) {
    return (isIgnoredFolder(folder(file)) || matches(file, false)) && !isTracked(file);
  }

  /** Whether ignore files name a folder or one above it. */
  public boolean isIgnoredFolder(String folder) {
    if (folder.isEmpty()) {
      return false;
    }
    Boolean known = folders.get(folder);
    if (known == null) {
      known = isIgnoredFolder(folder(folder)) || matches(folder, true);
      folders.put(folder, known);
    }
    return known;
  }

  /** The nearest ignore file that says something of a path decides. */
  private boolean matches(String path, boolean isFolder) {
    for (String folder = folder(path); ; folder = folder(folder)) {
      String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
      Boolean said = of(folder).checkIgnored(below, isFolder);
      if (said != null) {
        return said;
      }
      if (folder.isEmpty()) {
        return Boolean.TRUE.equals(shared.checkIgnored(path, isFolder));
      }
    }
  }

  private IgnoreNode of(String folder) {
    return nodes.computeIfAbsent(
        folder, one -> node(root.resolve(one).resolve(Constants.DOT_GIT_IGNORE)));
  }

  private static IgnoreNode node(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
        return NONE;
      }
      IgnoreNode node = new IgnoreNode();
      node.parse(new ByteArrayInputStream(Files.readAllBytes(file)));
      return node;
    } catch (IOException e) {
      return NONE;
    }
  }

  /** True also when that cannot be told: a file that may be part of the project is looked at. */
  private boolean isTracked(String file) {
    DirCache tracked = index();
    if (tracked == null) {
      return true;
    }
    // What lies in a submodule is known by the submodule.
    for (String path = prefix + file; !path.isEmpty(); path = folder(path)) {
      if (tracked.findEntry(path) >= 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable DirCache index() {
    if (index == null && readable) {
      try (GitRepository repository = GitRepository.around(root, environment)) {
        String below = repository.top().relativize(root).toString().replace('\\', '/');
        prefix = below.isEmpty() ? "" : below + "/";
        index = repository.index();
      } catch (GitProblem e) {
        readable = false;
      }
    }
    return index;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
