package dev.iacguard.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits fixtures at random and compares, after every step, what an editor shows with what {@code
 * check} reports of the same bytes.
 */
class RandomEditsTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("iacguard.root")).resolve("fixtures");
  private static final int STEPS = Integer.getInteger("iacguard.lsp.steps", 25);
  private static final int SEEDS = Integer.getInteger("iacguard.lsp.seeds", 1);

  /** Fragments that change what is found, or break the code. */
  private static final List<String> PIECES =
      List.of(
          "0",
          "30",
          "\"",
          "{",
          "}",
          "\n",
          "\r\n",
          "# iac-guard:ignore[IG201] until the move\n",
          "retention_in_days = 0\n",
          "variable \"x\" {\n  default = 1\n}\n",
          "$context.requestId",
          "\t",
          "ü😀",
          "/*",
          "*/",
          "var.days",
          "source = \"./other\"\n",
          "Resources:\n",
          "  ",
          "locals {\n  a = 1\n}\n",
          "null",
          "[",
          "RetentionInDays: 30\n",
          "\uD83D");

  @TempDir Path temporary;

  static Stream<String> projects() {
    List<String> names = new ArrayList<>(List.of("module", "template", "sam", "terraform-json"));
    names.addAll(List.of("role", "formats", "agreed-tags", "together"));
    return names.stream()
        .filter(
            name -> name.equals("together") || Files.isDirectory(FIXTURES.resolve("fix/" + name)));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void anEditorShowsWhatCheckReports(String name) throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      Path root = Files.createDirectories(temporary.resolve("w" + seed)).toRealPath();
      Path folder = root.resolve("project");
      if (name.equals("together")) {
        for (String each : List.of("module", "template", "role")) {
          Check.copy(FIXTURES.resolve("fix/" + each), folder.resolve(each));
        }
        Files.writeString(folder.resolve("iac-guard.yaml"), "version: 1\n");
      } else {
        Check.copy(FIXTURES.resolve("fix/" + name), folder);
      }
      edit(folder, root.resolve("scratch"), new Random(name.hashCode() + seed));
    }
  }

  private static void edit(Path folder, Path scratch, Random random) throws IOException {
    try (Editor editor = Editor.at(folder)) {
      List<String> done = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        done.add(step(editor, folder, random));
        Map<String, List<String>> expected = Check.of(folder, editor.texts(), scratch);
        Map<String, List<String>> shown = editor.shown();
        shown.values().removeIf(all -> all.stream().allMatch(each -> each.contains(" policy ")));
        assertThat(shown).as("after %s", done).isEqualTo(expected);
      }
      assertThat(editor.messages()).noneMatch(message -> message.contains("failed"));
    }
  }

  private static String step(Editor editor, Path folder, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> open = files.stream().filter(editor::isOpen).toList();
    Path file = files.get(random.nextInt(files.size()));
    if (open.isEmpty()) {
      editor.open(file);
      return "open " + file;
    }
    Path edited = open.get(random.nextInt(open.size()));
    return switch (random.nextInt(12)) {
      case 0 -> {
        if (!editor.isOpen(file)) {
          editor.open(file);
        }
        yield "open " + file;
      }
      case 1 -> {
        editor.close(edited);
        yield "close " + edited;
      }
      case 2 -> {
        editor.save(edited);
        yield "save " + edited;
      }
      case 3 -> {
        Path renamed = edited.resolveSibling("r" + random.nextInt(9) + edited.getFileName());
        String text = editor.text(edited);
        editor.close(edited);
        Files.move(edited, renamed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (!editor.isOpen(renamed)) {
          editor.open(renamed, text);
        }
        yield "rename " + edited + " to " + renamed;
      }
      case 4 -> {
        editor.replaceAll(edited, Files.readString(edited));
        yield "undo " + edited;
      }
      default -> type(editor, edited, random);
    };
  }

  private static String type(Editor editor, Path file, Random random) {
    String text = editor.text(file);
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + random.nextInt(6) * random.nextInt(4));
    if (random.nextInt(3) == 0) {
      start = text.lastIndexOf('\n', start) + 1;
      int next = text.indexOf('\n', start);
      end = next < 0 ? text.length() : next + 1;
    }
    String piece = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
    editor.replace(file, start, end, piece);
    return "type '%s' at %d-%d of %s".formatted(piece, start, end, file);
  }
}
