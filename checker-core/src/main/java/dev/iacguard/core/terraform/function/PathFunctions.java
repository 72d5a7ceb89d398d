package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/** Functions on path strings. */
final class PathFunctions {
  private PathFunctions() {}

  static Value apply(FunctionCall call) {
    String path = call.known(0);
    if (path == null) {
      return call.unknown();
    }
    return switch (call.name()) {
      case "basename" -> call.text(base(path));
      case "dirname" -> call.text(clean(path.substring(0, path.lastIndexOf('/') + 1)));
      case "abspath" -> path.startsWith("/") ? call.text(clean(path)) : fromPlace(call);
      default -> path.startsWith("~") ? fromPlace(call) : call.text(path);
    };
  }

  private static Value fromPlace(FunctionCall call) {
    return Value.Unknown.named(Cause.DEPLOYMENT, call.written(), call.origin());
  }

  private static String base(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return path.isEmpty() ? "." : "/";
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The shortest path that means the same. */
  static String clean(String path) {
    boolean absolute = path.startsWith("/");
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/")) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (name.equals("..") ? !absolute : !name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    String joined = String.join("/", names);
    return absolute ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
