package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the stages of random SAM templates with those that aws-sam-translator makes. Skipped
 * where that is not installed.
 */
class SamTranslatorTest {
  private static final int TEMPLATES = 500;

  /**
   * Prints a line for each template: its stages, each with whether it has an access log, and the
   * values of its tags.
   */
  private static final String PROGRAM =
      """
      import json, os, sys
      os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
      from samtranslator.translator.transform import transform
      class Policies:
          def load(self):
              return {}
      for line in open(sys.argv[1]):
          stages = []
          def add(kind, log, tags):
              pairs = tags.items() if isinstance(tags, dict) else [(t["Key"], t["Value"]) for t in tags]
              text = ",".join(sorted(v for k, v in pairs if v != "SAM"))
              stages.append("%s:%s:%s" % (kind, str(log).lower(), text))
          try:
              made = transform(json.loads(line), {}, Policies())
              for resource in made["Resources"].values():
                  kind, body = resource["Type"], resource.get("Properties", {})
                  if kind == "AWS::ApiGateway::Stage":
                      add("rest", "AccessLogSetting" in body, body.get("Tags", []))
                  elif kind == "AWS::ApiGatewayV2::Stage":
                      add("v2", "AccessLogSettings" in body, body.get("Tags", {}))
                  elif kind == "AWS::ApiGateway::Deployment" and "StageName" in body:
                      add("extra", False, [])
              print(" ".join(sorted(stages)))
          except Exception as error:
              print("! " + str(error).replace("\\n", " "))
      """;

  @TempDir Path folder;

  @Test
  void findsTheStagesThatTheTranslatorMakes() throws IOException, InterruptedException {
    Random random = new Random(7);
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < TEMPLATES; i++) {
      templates.add(template(random));
    }
    List<String> expected = translated(templates);
    assertThat(expected).hasSameSizeAs(templates);
    int compared = 0;
    for (int i = 0; i < TEMPLATES; i++) {
      if (!expected.get(i).startsWith("!")) {
        compared++;
        assertThat(stages(templates.get(i))).as(templates.get(i)).isEqualTo(expected.get(i));
      }
    }
    assertThat(compared).isGreaterThan(TEMPLATES / 2);
  }

  private static String stages(String template) {
    Stack stack = Templates.only(new MemoryTree().with("template.json", template));
    List<String> stages = new ArrayList<>();
    stack
        .resources("AWS::ApiGateway::Stage")
        .forEach(stage -> stages.add(shown("rest", stage, "AccessLogSetting")));
    stack
        .resources("AWS::ApiGatewayV2::Stage")
        .forEach(stage -> stages.add(shown("v2", stage, "AccessLogSettings")));
    stack.resources("AWS::ApiGateway::Deployment").stream()
        .filter(deployment -> isSet(deployment.get("StageName")))
        .forEach(deployment -> stages.add("extra:false:"));
    return String.join(" ", stages.stream().sorted().toList());
  }

  private static String shown(String kind, Resource stage, String log) {
    TreeSet<String> tags = new TreeSet<>();
    switch (stage.get("Tags")) {
      case Value.Mapping map -> map.entries().values().forEach(value -> tags.add(text(value)));
      case Value.Sequence list ->
          list.elements().forEach(pair -> tags.add(text(((Value.Mapping) pair).get("Value"))));
      default -> {}
    }
    tags.remove("SAM");
    return kind + ":" + isSet(stage.get(log)) + ":" + String.join(",", tags);
  }

  private static String text(@Nullable Value value) {
    return String.valueOf(((Value.Text) Objects.requireNonNull(value)).known());
  }

  private static boolean isSet(Value value) {
    return !(value instanceof Value.Null);
  }

  private List<String> translated(List<String> templates) throws IOException, InterruptedException {
    Path input = folder.resolve("templates");
    Path program = folder.resolve("translate.py");
    Path output = folder.resolve("output");
    Files.write(input, templates);
    Files.writeString(program, PROGRAM);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", program.toString(), input.toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return abort("python3 is not installed");
    }
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      abort("aws-sam-translator is not installed, or takes too long");
    }
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  private static String template(Random random) {
    List<String> resources = new ArrayList<>();
    TreeSet<String> globals = new TreeSet<>();
    if (random.nextInt(3) == 0) {
      globals.add("\"Api\": {" + log("AccessLogSetting") + "}");
    } else if (random.nextInt(3) == 0) {
      globals.add("\"Api\": {\"OpenApiVersion\": \"3.0.1\"}");
    }
    if (random.nextInt(3) == 0) {
      globals.add("\"HttpApi\": {" + log("AccessLogSettings") + "}");
    }
    if (random.nextBoolean()) {
      globals.add("\"Function\": {" + String.join(", ", tags("global", random)) + "}");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      resources.add(api("Api" + i, "Api", "AccessLogSetting", random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      resources.add(api("Http" + i, "HttpApi", "AccessLogSettings", random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      resources.add(function("Fn" + i, random));
    }
    resources.add("\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}");
    return "{\"AWSTemplateFormatVersion\": \"2010-09-09\","
        + " \"Transform\": \"AWS::Serverless-2016-10-31\", \"Globals\": {"
        + String.join(", ", globals)
        + "}, \"Resources\": {"
        + String.join(", ", resources)
        + "}}";
  }

  private static String log(String key) {
    return "\"" + key + "\": {\"DestinationArn\": \"arn:x\", \"Format\": \"$context.requestId\"}";
  }

  private static String api(String id, String type, String log, Random random) {
    List<String> properties = new ArrayList<>();
    if (type.equals("Api") || random.nextBoolean()) {
      properties.add(
          "\"StageName\": \"" + List.of("prod", "v1", "my-stage").get(random.nextInt(3)) + "\"");
    }
    properties.add("\"DefinitionBody\": {\"openapi\": \"3.0.1\", \"paths\": {}}");
    if (random.nextInt(3) == 0) {
      properties.add(log(log));
    }
    if (type.equals("Api") && random.nextInt(3) == 0) {
      properties.add("\"OpenApiVersion\": \"3.0.1\"");
    }
    return "\""
        + id
        + "\": {\"Type\": \"AWS::Serverless::"
        + type
        + "\", \"Properties\": {"
        + String.join(", ", properties)
        + "}}";
  }

  private static String function(String id, Random random) {
    String event =
        switch (random.nextInt(4)) {
          case 0 -> "{\"Type\": \"Api\", \"Properties\": {\"Path\": \"/a\", \"Method\": \"get\"}}";
          case 1 ->
              "{\"Type\": \"HttpApi\", \"Properties\": {\"Path\": \"/b\", \"Method\": \"get\"}}";
          case 2 -> "{\"Type\": \"HttpApi\"}";
          default -> "{\"Type\": \"Schedule\", \"Properties\": {\"Schedule\": \"rate(1 day)\"}}";
        };
    List<String> tags = tags(id, random);
    return "\""
        + id
        + "\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"Runtime\":"
        + " \"nodejs20.x\", \"Handler\": \"a.b\", \"InlineCode\": \"x\", \"Events\": {\"E\": "
        + event
        + "}"
        + (tags.isEmpty() ? "" : ", " + String.join(", ", tags))
        + "}}";
  }

  private static List<String> tags(String value, Random random) {
    List<String> properties = new ArrayList<>();
    switch (random.nextInt(4)) {
      case 0 -> properties.add("\"Tags\": {\"Owner\": \"" + value + "\"}");
      case 1 -> properties.add("\"Tags\": {\"" + value + "\": \"own " + value + "\"}");
      case 2 -> properties.add("\"Tags\": {}");
      default -> {}
    }
    if (random.nextBoolean()) {
      properties.add("\"PropagateTags\": " + (random.nextInt(3) > 0));
    }
    return properties;
  }
}
