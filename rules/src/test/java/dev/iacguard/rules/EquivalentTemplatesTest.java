package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that mean the same are judged the same, however they are written. */
class EquivalentTemplatesTest {
  private static final int TEMPLATES = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void asJsonAndAsYaml(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < TEMPLATES; i++) {
      Map<String, Object> template = whole(random.nextLong());
      String yaml = TemplateText.yaml(template, random);
      assertThat(verdicts(Map.of("a.template", yaml)))
          .as("seed %s, template %s:%n%s", seed, i, yaml)
          .isEqualTo(verdicts(Map.of("a.template", TemplateText.json(template))))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void nestedAndInOneTemplate(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < TEMPLATES; i++) {
      long template = random.nextLong();
      assertThat(verdicts(nested(template)))
          .as("seed %s, template %s", seed, i)
          .isEqualTo(verdicts(Map.of("main.json", TemplateText.json(whole(template)))))
          .isNotEmpty();
    }
  }

  private static Map<String, Object> whole(long seed) {
    RandomTemplate random = new RandomTemplate(seed);
    Map<String, Object> resources = random.logGroups(3);
    resources.putAll(random.stages(4, 3, EquivalentTemplatesTest::arn));
    Map<String, Object> template = RandomTemplate.head();
    template.put("Resources", resources);
    return template;
  }

  /** The stages in a template of their own, which is given all that it needs. */
  private static Map<String, String> nested(long seed) {
    RandomTemplate random = new RandomTemplate(seed);
    Map<String, Object> groups = random.logGroups(3);
    Map<String, Object> stages = random.stages(4, 3, id -> RandomTemplate.ref(id + "Arn"));
    Map<String, Object> child = RandomTemplate.head();
    Map<String, Object> parameters = new LinkedHashMap<>();
    Map<String, Object> passed = new LinkedHashMap<>();
    for (String name : List.of("Env", "Days")) {
      parameters.put(name, RandomTemplate.map("Type", "String"));
      passed.put(name, RandomTemplate.ref(name));
    }
    for (String id : groups.keySet()) {
      parameters.put(id + "Arn", RandomTemplate.map("Type", "String"));
      passed.put(id + "Arn", arn(id));
    }
    child.put("Parameters", parameters);
    child.put("Resources", stages);
    Map<String, Object> main = RandomTemplate.head();
    groups.put(
        "Child",
        RandomTemplate.resource(
            "AWS::CloudFormation::Stack",
            RandomTemplate.map("TemplateURL", "child.json", "Parameters", passed)));
    main.put("Resources", groups);
    return Map.of("main.json", TemplateText.json(main), "child.json", TemplateText.json(child));
  }

  private static Object arn(String logicalId) {
    return RandomTemplate.call("Fn::GetAtt", logicalId, "Arn");
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void withGlobalsAndWithTheSameSettingsInline(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < TEMPLATES; i++) {
      RandomTemplate settings = new RandomTemplate(random.nextLong());
      Map<String, Object> global = settings.samApi();
      Map<String, Object> own = settings.samApi();
      Map<String, Object> groups = settings.logGroups(2);
      Map<String, Object> template = sam(groups, own);
      template.put("Globals", RandomTemplate.map("Api", global));
      Map<String, Object> merged = merged(global, own);
      assertThat(verdicts(Map.of("a.template", TemplateText.json(template))))
          .as("seed %s: %s and %s", seed, global, own)
          .isEqualTo(verdicts(Map.of("a.template", TemplateText.json(sam(groups, merged)))))
          .isNotEmpty();
    }
  }

  private static Map<String, Object> sam(Map<String, Object> groups, Map<String, Object> api) {
    Map<String, Object> template = RandomTemplate.head();
    template.put("Transform", "AWS::Serverless-2016-10-31");
    Map<String, Object> properties = new LinkedHashMap<>(api);
    properties.put("StageName", "live");
    Map<String, Object> resources = new LinkedHashMap<>(groups);
    resources.put("Api", RandomTemplate.resource("AWS::Serverless::Api", properties));
    template.put("Resources", resources);
    return template;
  }

  /** As SAM documents it: maps are merged, everything else is the resource's own. */
  private static Map<String, Object> merged(Map<String, Object> global, Map<String, Object> own) {
    Map<String, Object> all = new LinkedHashMap<>(global);
    for (Map.Entry<String, Object> entry : own.entrySet()) {
      Map<String, Object> theirs = plain(all.get(entry.getKey()));
      Map<String, Object> ours = plain(entry.getValue());
      all.put(
          entry.getKey(), theirs != null && ours != null ? merged(theirs, ours) : entry.getValue());
    }
    return all;
  }

  /** The value when it is a map and no function. */
  private static @Nullable Map<String, Object> plain(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)
        || map.containsKey("Fn::If")
        || map.containsKey("Fn::GetAtt")) {
      return null;
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((key, element) -> plain.put(String.valueOf(key), element));
    return plain;
  }

  /** What is said of each subject, the nested stack's name left out. */
  private Map<String, String> verdicts(Map<String, String> files) throws IOException {
    Path root = Files.createTempDirectory(folder, "templates");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(root.resolve(file.getKey()), file.getValue());
    }
    FolderTree tree = FolderTree.at(root, root);
    CheckResult result =
        new Checker(new ApiGatewayRules())
            .check(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE, Progress.SILENT);
    assertThat(result.problems()).isEmpty();
    assertThat(result.reports()).hasSize(1);
    Map<String, String> verdicts = new TreeMap<>();
    for (Verdict verdict : result.reports().get(0).verdicts()) {
      String subject = verdict.subject().id() + " " + verdict.rule().id();
      verdicts.put(subject.replace("Child.", ""), said(verdict).replace("Child.", ""));
    }
    return verdicts;
  }

  private static String said(Verdict verdict) {
    return verdict.kind().label() + " " + verdict.when();
  }
}
