package dev.iacguard.cli.deployed;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The estate that {@code estate.py} makes: its labels, and what the program says of an export. */
final class Estate {
  static final Path EXPORT =
      Path.of(System.getProperty("iacguard.root"), "fixtures", "deployed", "estate");

  private Estate() {}

  /** A line for each stage, in the words of {@code labels.txt}, sorted. */
  static List<String> labels() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Estate.class.getResourceAsStream("/deployed/labels.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replaceAll(" +", " "))
          .sorted()
          .toList();
    }
  }

  static List<String> seen(Path folder) {
    Cli.Run run = Cli.in(folder).run("stages", ".", "--format", "json");
    List<String> seen = new ArrayList<>();
    for (JsonNode stage : JsonMapper.shared().readTree(run.out()).get("stages")) {
      JsonNode verdicts = stage.get("verdicts");
      TreeSet<String> failing = new TreeSet<>();
      verdicts
          .properties()
          .forEach(
              verdict -> {
                if (verdict.getValue().asString().equals("fail")) {
                  failing.add(verdict.getKey());
                }
              });
      seen.add(
          String.join(
              " ",
              stage.get("stageName").asString(),
              stage.get("accessLog").get("status").asString(),
              retention(stage.get("logGroup")),
              verdicts.get("IG301").asString(),
              failing.isEmpty() ? "-" : String.join(" ", failing)));
    }
    seen.sort(null);
    return seen;
  }

  private static String retention(JsonNode group) {
    if (group.isNull()) {
      return "-";
    }
    JsonNode days = group.get("retentionDays");
    return days.isNull() ? group.get("retention").asString() : days.asString();
  }
}
