package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the stages of random SAM templates with those that aws-sam-translator makes. Skipped
 * where that is not installed.
 */
class SamTranslatorTest {
  private static final int TEMPLATES = 500;

  /** Prints a line for each template: its stages, each with whether it has an access log. */
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
          try:
              made = transform(json.loads(line), {}, Policies())
              for resource in made["Resources"].values():
                  kind, body = resource["Type"], resource.get("Properties", {})
                  if kind == "AWS::ApiGateway::Stage":
                      stages.append(("rest", "AccessLogSetting" in body))
                  elif kind == "AWS::ApiGatewayV2::Stage":
                      stages.append(("v2", "AccessLogSettings" in body))
                  elif kind == "AWS::ApiGateway::Deployment" and "StageName" in body:
                      stages.append(("extra", False))
              print(" ".join(sorted("%s:%s" % (k, str(l).lower()) for k, l in stages)))
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
        .forEach(stage -> stages.add("rest:" + isSet(stage.get("AccessLogSetting"))));
    stack
        .resources("AWS::ApiGatewayV2::Stage")
        .forEach(stage -> stages.add("v2:" + isSet(stage.get("AccessLogSettings"))));
    stack.resources("AWS::ApiGateway::Deployment").stream()
        .filter(deployment -> isSet(deployment.get("StageName")))
        .forEach(deployment -> stages.add("extra:false"));
    return String.join(" ", stages.stream().sorted().toList());
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
    return "\""
        + id
        + "\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"Runtime\": \"nodejs20.x\","
        + " \"Handler\": \"a.b\", \"InlineCode\": \"x\", \"Events\": {\"E\": "
        + event
        + "}}}";
  }
}
