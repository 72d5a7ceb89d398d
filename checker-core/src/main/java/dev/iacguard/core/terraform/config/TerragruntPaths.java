package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the paths that a Terragrunt configuration makes of the folders it is in. A path that
 * starts with a slash is one from the top of the tree.
 *
 * @param file whose expressions these are
 * @param included the path of the file that the unit includes, which may be this one; null without
 *     one
 */
record TerragruntPaths(TerragruntFile file, @Nullable String included) {

  /**
   * The source of a module: from the top of the tree, relative to the unit, or any other address as
   * it is. Null when it is made in a way that is not read. A relative path in an included file is
   * not read, since Terragrunt's versions differ in what it is relative to.
   */
  @Nullable String source(Expression written) {
    String source = text(written);
    if (source == null) {
      return null;
    }
    boolean relative = source.startsWith(".");
    return relative || source.startsWith("/") ? source.replace("//", "/") : source;
  }

  /**
   * The path in the tree of one that is written in a file; null when that leads out of the tree.
   *
   * @param file the path of the file
   * @param path from its folder, or from the top of the tree with a slash in front
   */
  static @Nullable String resolve(String file, String path) {
    return path.startsWith("/")
        ? Paths.resolve("", path.substring(1))
        : Paths.resolve(Paths.folder(file), path);
  }

  /** What an expression comes to; null when that is not known. */
  @Nullable String text(Expression expression) {
    return switch (expression) {
      case Expression.Template template -> template(template);
      case Expression.Parentheses inner -> text(inner.inner());
      case Expression.Call call -> call(call);
      default -> followed(expression);
    };
  }

  private @Nullable String followed(Expression expression) {
    TerragruntFile.Written written = file.follow(expression);
    Expression found = written == null ? null : written.expression();
    return written == null || found == null || found.equals(expression)
        ? null
        : new TerragruntPaths(written.file(), written.file().equals(file) ? included : null)
            .text(found);
  }

  private @Nullable String template(Expression.Template template) {
    StringBuilder text = new StringBuilder();
    for (TemplatePart part : template.parts()) {
      String piece =
          switch (part) {
            case TemplatePart.Text plain -> plain.text();
            case TemplatePart.Interpolation value -> text(value.expression());
            default -> null;
          };
      if (piece == null) {
        return null;
      }
      text.append(piece);
    }
    return text.toString();
  }

  private @Nullable String call(Expression.Call call) {
    String argument = call.arguments().size() == 1 ? text(call.arguments().get(0)) : null;
    return switch (call.name()) {
      case "get_terragrunt_dir", "get_original_terragrunt_dir" -> "/" + Paths.folder(file.unit());
      case "find_in_parent_folders" -> inParents(call);
      case "get_parent_terragrunt_dir" -> {
        String above = call.arguments().isEmpty() ? included : file.includes().get(argument);
        yield above == null ? null : "/" + Paths.folder(above);
      }
      case "get_repo_root" -> "";
      case "path_relative_to_include" -> call.arguments().isEmpty() ? fromInclude() : null;
      case "basename" -> argument == null ? null : Paths.name(argument);
      case "dirname" -> argument == null ? null : Paths.folder(argument);
      default -> null;
    };
  }

  private @Nullable String inParents(Expression.Call call) {
    String name = call.arguments().isEmpty() ? TerragruntUnit.FILE : text(call.arguments().get(0));
    String folder = Paths.folder(file.unit());
    while (name != null && !folder.isEmpty()) {
      folder = Paths.folder(folder);
      String path = Paths.in(folder, name);
      if (file.sources().has(path)) {
        return "/" + path;
      }
    }
    return null;
  }

  /** The unit's folder, seen from the folder of the file that it includes. */
  private @Nullable String fromInclude() {
    if (included == null) {
      return null;
    }
    String above = Paths.folder(included);
    String below = Paths.folder(file.unit());
    if (above.isEmpty() || below.equals(above)) {
      return below.equals(above) ? "." : below;
    }
    return below.startsWith(above + "/") ? below.substring(above.length() + 1) : null;
  }
}
