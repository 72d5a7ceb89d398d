package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import dev.iacguard.cli.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One estate as code, as state and as export gets the same answers. */
class SameEstateTest {
  private static final Map<String, String> OWNED = SameStage.TAGS;
  private static final List<SameStage> STAGES =
      List.of(
          new SameStage("owned", "REST", "amazon-apigateway-owned", OWNED, "COGNITO_USER_POOLS"),
          new SameStage(
              "partly", "REST", "amazon-apigateway-partly", Map.of("Owner", "a"), "TOKEN"),
          new SameStage("untagged", "REST", "amazon-apigateway-untagged", Map.of(), ""),
          new SameStage("misnamed", "REST", "events", OWNED, "REQUEST"),
          new SameStage("grouped", "REST", "", OWNED, "TOKEN"),
          new SameStage("groupedopen", "REST", "", Map.of(), ""),
          new SameStage("httpjwt", "HTTP", "", OWNED, "JWT"),
          new SameStage("httpfunction", "HTTP", "", Map.of("CostCenter", "1"), "REQUEST"),
          new SameStage("httpstream", "HTTP", "amazon-apigateway-http", OWNED, "JWT"),
          new SameStage("httpopen", "HTTP", "", OWNED, ""),
          new SameStage("socket", "WEBSOCKET", "", OWNED, "REQUEST"),
          new SameStage(
              "socketstream", "WEBSOCKET", "amazon-apigateway-socket", Map.of(), "REQUEST"));

  /** What the help of IG104 says that names the caller. */
  private static final Pattern CALLER = Pattern.compile("\\$context\\.authorizer\\.[a-zA-Z.]+");

  @TempDir private Path folder;

  @BeforeEach
  void policy() throws IOException {
    write(
        "iac-guard.yaml",
        """
        version: 1
        access-log:
          required-fields: [request-id, caller]
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** What all of the estate is, by stage. */
  private Map<String, String> expected() throws IOException {
    StringBuilder code = new StringBuilder("provider \"aws\" {\n  region = \"eu-west-1\"\n}\n");
    STAGES.forEach(stage -> code.append(new StageCode(stage).terraform()));
    write("main.tf", code.toString());
    Map<String, String> answers = answers();
    Files.delete(folder.resolve("main.tf"));
    assertThat(answers).hasSize(STAGES.size());
    return answers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"template", "state", "export"})
  void hasTheAnswersOfTheCode(String form) throws IOException {
    Map<String, String> expected = expected();
    switch (form) {
      case "template" -> {
        Map<String, Object> resources = new LinkedHashMap<>();
        STAGES.forEach(stage -> resources.putAll(new StageCode(stage).template()));
        write("template.json", SameStage.json(Map.of("Resources", resources)));
      }
      case "state" ->
          write(
              "terraform.tfstate",
              "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": 1, \"outputs\": {}, \"resources\": "
                  + SameStage.json(
                      STAGES.stream()
                          .flatMap(stage -> new StageAnswers(stage).state().stream())
                          .toList())
                  + "}");
      default -> {
        StringBuilder answers = new StringBuilder(StageAnswers.lists(STAGES));
        STAGES.forEach(stage -> answers.append(new StageAnswers(stage).answers()));
        write("answers.json", answers.toString());
      }
    }
    assertThat(answers()).isEqualTo(expected);
  }

  /** The same where AWS (an emulator of it) is asked. */
  @Test
  void hasTheAnswersOfTheCodeWhenCollected() throws IOException, InterruptedException {
    Map<String, String> expected = expected();
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("stages.json"), SameStage.json(STAGES));
    try (Emulator emulator = Emulator.in(exports)) {
      emulator.fill("same.py");
      emulator.collect();
    }
    Files.delete(exports.resolve("stages.json"));
    assertThat(answers()).isEqualTo(expected);
  }

  /** What code and export can both say of each stage, by its name. */
  private Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    for (JsonNode stage : report("stages").get("stages")) {
      answers.put(stage.get("stageName").asString(), shared(stage) + " caller: ");
    }
    for (JsonNode finding : report("check").get("findings")) {
      Matcher caller = CALLER.matcher(String.valueOf(finding.get("help")));
      if (finding.get("rule").asString().equals("IG104") && caller.find()) {
        String resource = finding.get("resource").asString();
        String stage =
            resource.substring(resource.lastIndexOf(resource.contains("/") ? '/' : '.') + 1);
        answers.merge(stage, caller.group(), String::concat);
      }
    }
    return answers;
  }

  private JsonNode report(String command) {
    Cli.Run run =
        Cli.in(folder).run(command, ".", "--format", "json", "--config", "iac-guard.yaml");
    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.get("problems")).as(run.out()).isEmpty();
    return report;
  }

  /** Without places, addresses and the rules about the account and the code. */
  private static String shared(JsonNode stage) {
    Map<String, Object> shared = new LinkedHashMap<>();
    for (String name :
        List.of("api", "accessLog", "logGroup", "tags", "tagsComplete", "environment")) {
      shared.put(name, stage.get(name));
    }
    JsonNode destination = stage.get("accessLog").get("destination");
    if (destination instanceof ObjectNode object) {
      object.remove(List.of("resource", "text"));
    }
    if (stage.get("logGroup") instanceof ObjectNode group) {
      group.remove("resource");
    }
    Map<String, String> verdicts = new TreeMap<>();
    stage
        .get("verdicts")
        .properties()
        .forEach(
            verdict -> {
              if (verdict.getKey().matches("IG[12].*")) {
                verdicts.put(verdict.getKey(), verdict.getValue().asString());
              }
            });
    shared.put("verdicts", verdicts);
    return SameStage.json(sorted(JsonMapper.shared().readTree(SameStage.json(shared))));
  }

  /** With the members of objects in the order of their names. */
  private static Object sorted(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    Map<String, Object> members = new TreeMap<>();
    object.properties().forEach(each -> members.put(each.getKey(), sorted(each.getValue())));
    return members;
  }
}
