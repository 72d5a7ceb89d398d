package dev.iacguard.core.source;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which paths of a tree the judged code may read. Folders that hold no source of the
 * project are left out: what git keeps beside the code, caches, installed packages. They may hold
 * secrets, such as the token that a pipeline puts into {@code .git/config}.
 *
 * <p>Two things in them can be read: the modules that {@code terraform init} installed, and what
 * the user named.
 */
public final class ReadablePaths {
  /** The list of the installed modules; its addresses may hold credentials. */
  static final String MANIFEST = ".terraform/modules/modules.json";

  /** Nothing was named. */
  static final ReadablePaths SOURCES = new ReadablePaths(List.of());

  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".terraform",
          ".terragrunt-cache",
          "node_modules",
          ".venv",
          "__pycache__");
  private static final String INSTALLED = ".terraform/modules/";

  private final List<String> named;

  private ReadablePaths(List<String> named) {
    this.named = named;
  }

  /**
   * @param paths that the user named; what lies below them can be read like any other source
   */
  static ReadablePaths naming(Collection<String> paths) {
    return new ReadablePaths(
        paths.stream().filter(path -> leftOut(path, 0) != null).distinct().toList());
  }

  /** The path of the list of the modules that are installed for a root module. */
  public static String manifest(String folder) {
    return Paths.in(folder, MANIFEST);
  }

  /** The root module that a list of installed modules is for; the list's path as given. */
  public static String folderOf(String manifest) {
    String folder = manifest.substring(0, manifest.length() - MANIFEST.length());
    return folder.isEmpty() ? folder : folder.substring(0, folder.length() - 1);
  }

  /** Whether a walk leaves out folders of that name. */
  public static boolean isLeftOut(String name) {
    return LEFT_OUT.contains(name);
  }

  /**
   * Whether the judged code may read what is at a path.
   *
   * @param path in the tree; where links are on it, ask for the path without them too
   */
  public boolean allows(String path) {
    return leftOut(path) == null;
  }

  /** The name on a path for which it cannot be read; null when it can. */
  @Nullable String leftOut(String path) {
    return leftOut(path, namedPart(path));
  }

  private int namedPart(String path) {
    int length = 0;
    for (String name : named) {
      if (path.startsWith(name)
          && (path.length() == name.length() || path.charAt(name.length()) == '/')) {
        length = Math.max(length, name.length());
      }
    }
    return length;
  }

  private static @Nullable String leftOut(String path, int from) {
    for (int at = from; at < path.length(); ) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      String name = path.substring(at, end);
      if (LEFT_OUT.contains(name) && !isInstalled(path, at)) {
        return name;
      }
      at = end + 1;
    }
    return null;
  }

  private static boolean isInstalled(String path, int at) {
    boolean modules = path.startsWith(INSTALLED, at);
    return modules && !(path.startsWith(MANIFEST, at) && path.length() == at + MANIFEST.length());
  }
}
