package dev.iacguard.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the server with Neovim, where that is installed. */
class NeovimTest {
  private static final int STEPS = 10;

  @TempDir Path temporary;

  @Test
  void neovimShowsWhatCheckReports() throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "nvim is not installed");
    Path root = temporary.toRealPath();
    Path folder = Files.createDirectories(root.resolve("project"));
    Files.writeString(folder.resolve("main.tf"), Texts.MAIN);
    Path script = root.resolve("neovim.lua");
    try (InputStream in =
        Objects.requireNonNull(NeovimTest.class.getResourceAsStream("/lsp/neovim.lua"))) {
      Files.copy(in, script);
    }
    Path out = Files.createDirectories(root.resolve("out"));
    ProcessBuilder builder =
        new ProcessBuilder("nvim", "--headless", "-u", "NONE", "-c", "luafile " + script);
    builder.environment().put("FOLDER", folder.toString());
    builder.environment().put("OUT", out.toString());
    builder.environment().put("SERVER", Server.script(root).toString());
    builder.environment().put("XDG_STATE_HOME", root.resolve("state").toString());
    builder.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    Path error = out.resolve("error");
    assertThat(Files.exists(error) ? Files.readString(error) : "").as(said).isEmpty();
    for (int step = 1; step <= STEPS; step++) {
      compare(out.resolve("" + step), folder, root.resolve("scratch"), "step " + step);
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("nvim", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static void compare(Path step, Path folder, Path scratch, String name)
      throws IOException {
    Path disk = step.resolve("disk");
    Map<String, String> texts = new LinkedHashMap<>();
    json(step.resolve("texts.json"))
        .entrySet()
        .forEach(
            entry -> {
              String file =
                  folder.relativize(Path.of(java.net.URI.create(entry.getKey()))).toString();
              texts.put(Editor.uri(disk.resolve(file)), entry.getValue().getAsString());
            });
    Map<String, List<String>> expected = Check.of(disk, texts, scratch);
    JsonObject shown = json(step.resolve("shown.json"));
    assertThat(shown.entrySet()).as(name).isNotEmpty();
    for (Map.Entry<String, JsonElement> file : shown.entrySet()) {
      Path path = folder.relativize(Path.of(java.net.URI.create(file.getKey())));
      List<String> lines = new ArrayList<>();
      for (String words :
          expected.getOrDefault(Editor.uri(disk.resolve(path.toString())), List.of())) {
        lines.add(words.replaceAll("^(\\d+):\\S+ (?:Error |Warning |Information )?", "$1 "));
      }
      assertThat(words(file.getValue())).as(name + " " + path).isEqualTo(sorted(lines));
    }
  }

  private static List<String> words(JsonElement shown) {
    List<String> words = new ArrayList<>();
    if (shown instanceof JsonArray all) {
      for (JsonElement each : all) {
        JsonObject item = each.getAsJsonObject();
        words.add(
            item.get("line").getAsInt()
                + " "
                + item.get("code").getAsString()
                + " "
                + item.get("message").getAsString().lines().findFirst().orElse(""));
      }
    }
    return sorted(words);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
