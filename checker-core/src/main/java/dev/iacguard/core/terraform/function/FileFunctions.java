package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.PathGlob;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.config.RelativePath;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.Sets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that read files; only files of the tree, relative to the root module. */
final class FileFunctions {
  private FileFunctions() {}

  /** {@code file}, {@code filebase64} and the digests of files. */
  static Value content(FunctionCall call) {
    String written = call.known(0);
    if (written == null) {
      return call.unknown();
    }
    String path = path(call, written);
    if (path == null || !tree(call).isFile(path)) {
      return missing(call, path);
    }
    byte[] bytes = tree(call).head(path, EvaluationBudget.MAX_TEXT + 1);
    if (bytes.length > EvaluationBudget.MAX_TEXT) {
      return call.tooLong();
    }
    if (call.name().equals("filebase64")) {
      return call.text(EncodingFunctions.base64(bytes));
    }
    if (!call.name().equals("file")) {
      return call.text(HashFunctions.digest(call.name().substring("file".length()), bytes));
    }
    String text = EncodingFunctions.decode(bytes, StandardCharsets.UTF_8);
    return text == null ? call.invalid("the file is not UTF-8") : call.text(text);
  }

  static Value exists(FunctionCall call) {
    String written = call.known(0);
    if (written == null) {
      return call.unknown();
    }
    String path = path(call, written);
    if (path == null || !tree(call).mayRead(path)) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, call.written(), call.origin());
    }
    return tree(call).isFolder(path)
        ? call.invalid("a directory is not a file")
        : call.bool(tree(call).isFile(path));
  }

  /** The files below a folder whose path from there matches a pattern. */
  static Value set(FunctionCall call) {
    String folder = call.known(0);
    String pattern = call.known(1);
    if (folder == null || pattern == null) {
      return call.unknown();
    }
    String root = path(call, folder);
    String whole = path(call, folder + "/" + pattern);
    if (root == null || whole == null || !tree(call).mayRead(fixedFolder(whole))) {
      return missing(call, null);
    }
    PathGlob glob = PathGlob.of(whole);
    if (glob == null) {
      return call.invalid("the pattern is wrong");
    }
    List<Value> found = new ArrayList<>();
    for (String file : tree(call).walk(fixedFolder(whole))) {
      if (glob.matches(file)) {
        found.add(call.text(relative(root, file)));
      }
      if (found.size() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    return call.sequence(Value.Sequence.Kind.SET, Sets.ordered(found), false);
  }

  /** The folder that all matching files lie in. */
  private static String fixedFolder(String pattern) {
    int wild = 0;
    while (wild < pattern.length() && "*?[{\\".indexOf(pattern.charAt(wild)) < 0) {
      wild++;
    }
    return Paths.folder(pattern.substring(0, wild));
  }

  private static String relative(String folder, String file) {
    String between = RelativePath.between(folder, Paths.folder(file));
    return between.equals(".") ? Paths.name(file) : between + "/" + Paths.name(file);
  }

  /** The path in the tree, or null when it leads out of it. */
  static @Nullable String path(FunctionCall call, String written) {
    return written.startsWith("~") ? null : Paths.resolve(call.context().rootFolder(), written);
  }

  /**
   * @param path null when it leads out of the tree
   */
  static Value missing(FunctionCall call, @Nullable String path) {
    String what = path == null ? call.written() : tree(call).shown(path);
    return Value.Unknown.of(Cause.FILE, what, call.origin());
  }

  static SourceTree tree(FunctionCall call) {
    return call.context().tree();
  }
}
