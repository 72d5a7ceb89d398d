package dev.iacguard.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.iacguard.cli.Main;
import dev.iacguard.cli.environment.CliEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@code iac-guard check} reports of a folder, in the words of {@link Editor#shown}. */
final class Check {
  private Check() {}

  /**
   * Of a copy in which the open documents are saved.
   *
   * @param texts by URI
   */
  static Map<String, List<String>> of(Path folder, Map<String, String> texts, Path scratch)
      throws IOException {
    copy(folder, scratch);
    for (Map.Entry<String, String> open : texts.entrySet()) {
      Path file = Path.of(java.net.URI.create(open.getKey()));
      if (file.startsWith(folder)) {
        Path target = scratch.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, open.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    JsonObject report = report(scratch);
    if (report != null) {
      for (JsonElement finding : report.getAsJsonArray("findings")) {
        JsonObject item = finding.getAsJsonObject();
        if (!item.get("suppressed").getAsBoolean()) {
          String severity =
              item.get("verdict").getAsString().equals("unknown")
                  ? "note"
                  : item.get("severity").getAsString();
          add(item, severity, folder, found);
        }
      }
      for (JsonElement problem : report.getAsJsonArray("problems")) {
        JsonObject item = problem.getAsJsonObject();
        String uri = Editor.uri(folder.resolve(item.get("path").getAsString()));
        found
            .computeIfAbsent(uri, any -> new TreeSet<>())
            .add(
                "%d:%d %s %s"
                    .formatted(
                        item.get("line").getAsInt(),
                        item.get("column").getAsInt(),
                        item.get("rule").getAsString(),
                        item.get("message").getAsString()));
      }
    }
    Map<String, List<String>> sorted = new TreeMap<>();
    found.forEach((uri, words) -> sorted.put(uri, List.copyOf(words)));
    return sorted;
  }

  private static void add(
      JsonObject item, String severity, Path folder, Map<String, Set<String>> found) {
    JsonObject at = item.getAsJsonObject("location");
    String shown =
        switch (severity) {
          case "error" -> "Error";
          case "warning" -> "Warning";
          default -> "Information";
        };
    String words =
        "%d:%d-%d:%d %s %s %s"
            .formatted(
                at.get("line").getAsInt(),
                at.get("column").getAsInt(),
                at.get("endLine").getAsInt(),
                at.get("endColumn").getAsInt(),
                shown,
                item.get("rule").getAsString(),
                item.get("message").getAsString());
    String uri = Editor.uri(folder.resolve(at.get("path").getAsString()));
    found.computeIfAbsent(uri, any -> new TreeSet<>()).add(words);
  }

  /** Null when the program refused the input. */
  private static @org.jspecify.annotations.Nullable JsonObject report(Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"check", ".", "--format", "json"},
            new CliEnvironment(
                InputStream.nullInputStream(),
                out,
                new PrintStream(java.io.OutputStream.nullOutputStream(), true),
                folder,
                Path.of("/nobody"),
                Path.of(System.getProperty("java.io.tmpdir")),
                Map.of(),
                false,
                false,
                LocalDate.now(ZoneOffset.UTC)));
    return code == 2
        ? null
        : JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }

  static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      delete(to);
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
