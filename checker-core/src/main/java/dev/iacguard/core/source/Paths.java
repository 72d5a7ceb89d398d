package dev.iacguard.core.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic on the paths of a {@link SourceTree}. */
public final class Paths {
  private Paths() {}

  /**
   * The path that {@code relative} means when it is written in a file of {@code folder}.
   *
   * @return null when it leads out of the tree or is absolute
   */
  public static @Nullable String resolve(String folder, String relative) {
    if (relative.startsWith("/")) {
      return null;
    }
    List<String> names = new ArrayList<>(folder.isEmpty() ? List.of() : List.of(folder.split("/")));
    for (String name : relative.split("/")) {
      switch (name) {
        case "", "." -> {}
        case ".." -> {
          if (names.isEmpty()) {
            return null;
          }
          names.remove(names.size() - 1);
        }
        default -> names.add(name);
      }
    }
    return String.join("/", names);
  }

  /** The folder a path lies in; the root's is the root. */
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last name of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file's path in a folder. */
  public static String in(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** What follows the last dot of a path's name; empty when there is no dot. */
  public static String ending(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
