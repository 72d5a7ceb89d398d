package dev.iacguard.rules.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.ExportTarget;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.rules.ApiGatewayRules;
import dev.iacguard.rules.config.PolicyFolder;
import dev.iacguard.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the verdicts on configuration items with those of the real cfn-guard on the exported
 * rules. {@code -Diacguard.guard=PATH,PATH} names the programs; {@code -Diacguard.guard.items} and
 * {@code -Diacguard.guard.policies} say how many are compared.
 */
class GuardToolTest {
  private static final List<String> PROGRAMS =
      Stream.of(System.getProperty("iacguard.guard", "cfn-guard").split(","))
          .filter(GuardToolTest::isThere)
          .toList();

  private static final List<String> PRESETS = List.of("default", "pci-dss", "hipaa", "soc2");
  private static final int BATCH = 500;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int ITEMS = Integer.getInteger("iacguard.guard.items", 300);
  private static final int POLICIES = Integer.getInteger("iacguard.guard.policies", 3);

  @TempDir Path folder;

  private static boolean isThere(String program) {
    try {
      Process process =
          new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The presets, and numbers that random policies are made from. */
  static List<String> policies() {
    return Stream.concat(
            PRESETS.stream(), IntStream.rangeClosed(1, POLICIES).mapToObj(String::valueOf))
        .toList();
  }

  private Policy policy(String name, StageItems generator) throws IOException {
    return PRESETS.contains(name)
        ? new PolicyFolder(Files.createDirectory(folder.resolve("policy")))
            .write("iac-guard.yaml", "extends: " + name)
            .policy("infra", "prod", Inputs.NONE)
        : generator.policy();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void agreesOnEveryItem(String name) throws Exception {
    assumeThat(PROGRAMS).as("cfn-guard is not installed").isNotEmpty();
    StageItems generator = new StageItems(name.hashCode() * SPREAD);
    Policy policy = policy(name, generator);
    Path rules = rules(policy);
    Map<String, Integer> compared = new TreeMap<>();
    for (int from = 0; from < ITEMS; from += BATCH) {
      Map<String, String> items = new TreeMap<>();
      for (int i = from; i < Math.min(ITEMS, from + BATCH); i++) {
        items.put("a" + i, generator.item("a" + i));
      }
      Path batch = Files.createDirectory(folder.resolve("batch-" + from));
      Map<String, Verdict.Kind> ours = ours(items, policy, batch);
      Path data = Files.createDirectory(batch.resolve("data"));
      for (Map.Entry<String, String> item : items.entrySet()) {
        Files.writeString(data.resolve(item.getKey() + ".json"), item.getValue());
      }
      for (String program : PROGRAMS) {
        Map<String, String> guard = guard(program, rules, data);
        assertThat(differences(ours, guard, items)).as(program).isEmpty();
        compared.merge(program, guard.size(), Integer::sum);
      }
      delete(batch);
      record(name, Math.min(ITEMS, from + BATCH), compared);
    }
  }

  private Path rules(Policy policy) throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    for (NewFile file : new ApiGatewayRules(policy).export(ExportTarget.CONFIG)) {
      if (file.path().endsWith(".guard")) {
        assertThat(file.text().length()).isLessThanOrEqualTo(GuardText.MOST_CHARACTERS);
        Files.writeString(rules.resolve(file.path()), file.text());
      }
    }
    return rules;
  }

  /** What has been compared so far, in {@code target/guard}, since many items take hours. */
  private static void record(String policy, int items, Map<String, Integer> compared)
      throws IOException {
    Path file = Path.of("target", "guard", policy + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, policy + ": " + items + " items, equal verdicts: " + compared + "\n");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> differences(
      Map<String, Verdict.Kind> ours, Map<String, String> guard, Map<String, String> items) {
    assertThat(guard.keySet().stream().map(GuardToolTest::itemOf))
        .as("items that Guard evaluated")
        .containsAll(items.keySet());
    Set<String> keys = new TreeSet<>(guard.keySet());
    List<String> different = new ArrayList<>();
    for (String key : keys) {
      Verdict.Kind our = ours.getOrDefault(key, Verdict.Kind.NOT_APPLICABLE);
      boolean fails = "FAIL".equals(guard.get(key));
      if (fails != (our == Verdict.Kind.FAIL)) {
        String item = items.get(itemOf(key));
        different.add(key + ": " + our + " here, " + guard.get(key) + " there: " + item);
      }
    }
    return different;
  }

  private static String itemOf(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  /** By item and rule. */
  private static Map<String, Verdict.Kind> ours(
      Map<String, String> items, Policy policy, Path batch) throws IOException {
    Path exports = Files.createDirectory(batch.resolve("exports"));
    String all = String.join(",\n", items.values());
    Files.writeString(
        exports.resolve("snapshot.json"),
        "{\"fileVersion\": \"1.0\", \"configSnapshotId\": \"1\", \"configurationItems\": ["
            + all
            + "]}");
    FolderTree tree = FolderTree.at(exports, exports);
    CheckResult result =
        new Checker(new ApiGatewayRules(policy))
            .check(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE, Progress.SILENT);
    Map<String, Verdict.Kind> kinds = new TreeMap<>();
    for (Verdict verdict :
        result.reports().stream().flatMap(report -> report.verdicts().stream()).toList()) {
      String[] segments = verdict.subject().id().split("/");
      if (segments.length > 2) {
        kinds.put(segments[1] + " " + verdict.rule().id(), verdict.kind());
      }
    }
    assertThat(kinds).hasSizeGreaterThan(items.size());
    return kinds;
  }

  private Map<String, String> guard(String program, Path rules, Path data) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                program, "validate", "-r", rules.toString(), "-d", data.toString(), "-S", "all")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor();
    Map<String, String> verdicts = new TreeMap<>();
    String item = "";
    for (String line : Files.readAllLines(output)) {
      String[] words = line.strip().split("\\s+");
      if (line.contains(" Status = ")) {
        String name = words[0].substring(words[0].lastIndexOf('/') + 1);
        item = name.replace(".json", "");
      } else if (words.length == 2 && words[0].contains("/IG")) {
        String rule = words[0].substring(words[0].lastIndexOf('/') + 1);
        String key = item + " " + rule.substring(0, rule.indexOf('_'));
        // A rule of the other type of stage is skipped.
        verdicts.merge(key, words[1], (one, other) -> one.equals("SKIP") ? other : one);
      }
    }
    return verdicts;
  }
}
