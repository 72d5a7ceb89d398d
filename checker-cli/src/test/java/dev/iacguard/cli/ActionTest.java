package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the shell steps of action.yml as a runner would, with a program that tells its arguments.
 */
class ActionTest {
  private static final Path ACTION =
      Path.of(System.getProperty("iacguard.root")).resolve("action.yml");

  @TempDir Path folder;

  @BeforeEach
  void putProgram() throws IOException {
    Path program = folder.resolve("iac-guard");
    Files.writeString(
        program,
        "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\"\necho \"$IAC_GUARD_JAVA_HOME\"\nexit ${CODE:-0}\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void everyInputIsDescribedAndUsed() throws IOException {
    String text = Files.readString(ACTION);

    assertThat(map(action().get("inputs")))
        .allSatisfy(
            (name, input) -> {
              assertThat(map(input)).containsKeys("description", "default");
              assertThat(text).contains("inputs." + name + " ");
            });
    assertThat(Files.readString(ACTION.resolveSibling("docs/integrations/github.md")))
        .contains(map(action().get("inputs")).keySet().stream().map(name -> "| `" + name).toList());
  }

  @Test
  void whatTheUserGivesStaysWhole() throws Exception {
    Map<String, String> inputs = new HashMap<>(defaults());
    inputs.put("INPUT_PATHS", "infra a\n$(touch owned)\n");
    inputs.put("INPUT_ARGUMENTS", "--var=x=a b");
    inputs.put("INPUT_FAIL_ON_UNKNOWN", "true");
    inputs.put("INPUT_JAVA_HOME", "/a jdk");

    assertThat(run("check", inputs))
        .isEqualTo(
            """
            check
            --format
            github
            --format=sarif=iac-guard.sarif
            --fail-on=error
            --var=x=a b
            --fail-on-unknown
            --
            infra a
            $(touch owned)
            /a jdk
            """);
    assertThat(folder.resolve("owned")).doesNotExist();
  }

  @Test
  void aReleaseIsPinnedAndInThisRepositoryTheSourceIsBuilt() throws Exception {
    Map<String, String> inputs = new HashMap<>(defaults());
    inputs.put("RUNNER_TOOL_CACHE", "/tools");
    inputs.put("GITHUB_SERVER_URL", "https://example.com");
    inputs.put("RUNNER_OS", "Linux");
    inputs.put("RUNNER_ARCH", "X64");
    run("release", inputs);
    inputs.put("ACTION_REPOSITORY", "acme/iac-guard");
    inputs.put("INPUT_VERSION", "1.2.3");
    inputs.put("INPUT_SHA256", "0123456789abcdef0123");
    run("release", inputs);
    inputs.put("RUNNER_OS", "macOS");
    inputs.put("INPUT_SHA256_ANY", "fedcba9876543210fedc");
    run("release", inputs);

    String releases = "https://example.com/acme/iac-guard/releases/download/v1.2.3/";
    assertThat(folder.resolve("output"))
        .hasContent(
            """
            program=%s/iac-guard
            program=/tools/iac-guard/1.2.3-linux-x64-0123456789abcdef/bin/iac-guard
            folder=/tools/iac-guard/1.2.3-linux-x64-0123456789abcdef
            sha256=0123456789abcdef0123
            url=%siac-guard-1.2.3-linux-x64.tar.gz
            program=/tools/iac-guard/1.2.3-any-fedcba9876543210/bin/iac-guard
            folder=/tools/iac-guard/1.2.3-any-fedcba9876543210
            sha256=fedcba9876543210fedc
            url=%siac-guard-1.2.3-any.tar.gz
            """
                .formatted(folder, releases, releases));
  }

  @Test
  void otherActionsArePinnedByCommit() throws IOException {
    assertThat(Files.readAllLines(ACTION))
        .filteredOn(line -> line.contains("uses: "))
        .hasSize(2)
        .allMatch(line -> line.matches(".*uses: [a-z/-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4"})
  void theLastStepEndsAsTheCheckDid(String code) throws Exception {
    Map<String, String> inputs = new HashMap<>(defaults());
    inputs.put("CODE", code);
    run("check", inputs);

    assertThat(Files.readString(folder.resolve("output"))).isEqualTo("exit-code=" + code + "\n");
    List<?> steps = steps();
    Process last = start(script(steps.get(steps.size() - 1)), Map.of("EXIT_CODE", code));
    assertThat(last.waitFor()).isEqualTo(Integer.parseInt(code));
  }

  @Test
  void onlyWhatCountsIsGivenToCodeScanning() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "there is no jq");
    Files.writeString(
        folder.resolve("a.sarif"),
        """
        {"runs": [{"results": [
          {"ruleId": "1", "suppressions": [], "baselineState": "new"},
          {"ruleId": "2", "suppressions": [{"kind": "inSource"}]},
          {"ruleId": "3", "suppressions": [], "baselineState": "absent"},
          {"ruleId": "4", "suppressions": []}]}]}
        """);

    run("upload", Map.of("INPUT_SARIF_FILE", "a.sarif", "RUNNER_TEMP", folder.toString()));

    assertThat(Files.readString(folder.resolve("iac-guard.sarif")))
        .contains("\"1\"", "\"4\"")
        .doesNotContain("\"2\"", "\"3\"");
  }

  /** The environment that the runner makes of the inputs' defaults. */
  private Map<String, String> defaults() throws IOException {
    Map<String, String> environment = new HashMap<>();
    map(action().get("inputs"))
        .forEach(
            (name, input) ->
                environment.put(
                    "INPUT_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'),
                    String.valueOf(map(input).get("default"))));
    return environment;
  }

  private String run(String step, Map<String, String> environment) throws Exception {
    Process process = start(script(step(step)), environment);
    assertThat(process.waitFor()).isZero();
    return Files.readString(folder.resolve("out"));
  }

  private Process start(String script, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("ACTION_PATH", folder.toString());
    builder.environment().put("PROGRAM", folder.resolve("iac-guard").toString());
    builder.environment().put("RUNNER_TEMP", folder.toString());
    builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static List<?> steps() throws IOException {
    return (List<?>) Objects.requireNonNull(map(action().get("runs")).get("steps"));
  }

  private static Object step(String id) throws IOException {
    return steps().stream()
        .filter(step -> id.equals(map(step).get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static String script(Object step) {
    return String.valueOf(map(step).get("run"));
  }

  private static Map<String, Object> action() throws IOException {
    return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ACTION)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }
}
