package dev.iacguard.core.engine.impact;

import dev.iacguard.core.source.Paths;
import java.util.Set;

/** Recognises by their names files that no stack reads: program code, pictures, prose. */
public final class IrrelevantFiles {
  private static final Set<String> ENDINGS =
      Set.of(
          "bat", "c", "cc", "clj", "cpp", "cs", "css", "go", "gif", "h", "hpp", "htm", "html",
          "ico", "ipynb", "java", "jpeg", "jpg", "js", "jsx", "kt", "less", "lock", "md", "mjs",
          "mod", "pdf", "php", "png", "proto", "ps1", "py", "rb", "rs", "rst", "scala", "scss",
          "sh", "sql", "sum", "svg", "swift", "ts", "tsx", "vue", "webp");

  private IrrelevantFiles() {}

  public static boolean has(String path) {
    String name = Paths.name(path);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
