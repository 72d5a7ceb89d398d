import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks or rewrites every Java source below a folder: {@code FormatSources check|write DIR}. */
final class FormatSources {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<Path> sources;
    try (var walk = Files.walk(Path.of(args[1]))) {
      sources = walk.filter(FormatSources::isSource).sorted().toList();
    }
    var options = JavaFormatterOptions.defaultOptions();
    var formatter = new Formatter(options);
    long wrong = sources.parallelStream().filter(source -> differs(source, formatter, options, write)).count();
    if (wrong > 0 && !write) {
      System.err.println(wrong + " files are not formatted; 'mvn validate -Pformat' rewrites them");
      System.exit(1);
    }
  }

  /** Whether a source cannot be formatted or was not; says so, or rewrites it. */
  private static boolean differs(
      Path source, Formatter formatter, JavaFormatterOptions options, boolean write) {
    try {
      String text = Files.readString(source);
      String tidy =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), options.style());
      String formatted = formatter.formatSource(tidy);
      if (formatted.equals(text)) {
        return false;
      }
      if (write) {
        Files.writeString(source, formatted);
      } else {
        System.err.println("not formatted: " + source);
      }
    } catch (FormatterException | IOException e) {
      System.err.println(source + ": " + e.getMessage());
    }
    return true;
  }

  private static boolean isSource(Path path) {
    return path.toString().endsWith(".java")
        && path.toString().contains("/src/")
        && !path.toString().contains("/target/");
  }
}
