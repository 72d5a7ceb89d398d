package dev.iacguard.core.terraform.config;

/** Computes the path from one folder of the tree to another, as Terraform writes it. */
public final class RelativePath {
  private RelativePath() {}

  /** {@code .} for the same folder, {@code modules/api} below it, {@code ../x} beside it. */
  public static String between(String from, String to) {
    if (from.equals(to)) {
      return ".";
    }
    String[] start = from.isEmpty() ? new String[0] : from.split("/");
    String[] end = to.isEmpty() ? new String[0] : to.split("/");
    int common = 0;
    while (common < start.length && common < end.length && start[common].equals(end[common])) {
      common++;
    }
    StringBuilder path = new StringBuilder();
    for (int i = common; i < start.length; i++) {
      path.append(path.isEmpty() ? ".." : "/..");
    }
    for (int i = common; i < end.length; i++) {
      path.append(path.isEmpty() ? "" : "/").append(end[i]);
    }
    return path.toString();
  }
}
