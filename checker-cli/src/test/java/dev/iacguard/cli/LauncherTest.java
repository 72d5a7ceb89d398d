package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the real launcher in an unpacked release, whose only jar names this test's own class path.
 */
class LauncherTest {
  private static final String KIND = Runtime.version().feature() >= 25 ? "aot" : "jsa";

  @TempDir Path folder;
  private Path release = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void unpack() throws IOException {
    release = Files.createDirectories(folder.resolve("a release"));
    Path launcher = Path.of(System.getProperty("iacguard.root"), "iac-guard");
    Files.copy(launcher, release.resolve("iac-guard"));
    assertThat(release.resolve("iac-guard").toFile().setExecutable(true)).isTrue();
    Path lib = Files.createDirectory(release.resolve("lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    new JarOutputStream(Files.newOutputStream(lib.resolve("iac-guard.jar")), manifest).close();
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws Exception {
    Run run = run(Map.of(), release.resolve("iac-guard"), "check", "no such  path");

    assertThat(run.err()).isEqualTo("iac-guard: cannot read no such  path: it does not exist\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("guard"), Path.of("../link"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a release/iac-guard"));

    Run run = run(Map.of(), bin.resolve("guard"), "--version");

    assertThat(run.out()).startsWith("iac-guard ");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void readsFilesWithAnyNameInAnyLocale() throws Exception {
    Path file = Files.writeString(folder.resolve("größe 名.txt"), "nothing");

    Run run = run(Map.of("LC_ALL", "C"), release.resolve("iac-guard"), "check", file.toString());

    assertThat(run.out()).contains("größe 名.txt");
    assertThat(run.code()).isEqualTo(3);
  }

  /** A locale may be named that is not installed, as on a machine reached from another. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "de_DE.UTF-8", "xx_XX.utf8", "C.UTF-8", ""})
  void findsFoldersWithAnyNameInAnyLocale(String locale) throws Exception {
    Path code = Files.createDirectories(folder.resolve("code/größe 名"));
    Files.writeString(code.resolve("ünï.tf"), Git.BAD);

    Run run =
        run(
            Map.of("LC_ALL", locale, "LANG", "nn_NN.UTF-8"),
            release.resolve("iac-guard"),
            "check",
            "--format=json",
            code.resolve("..").normalize().toString());

    assertThat(run.out()).contains("größe 名/ünï.tf", "IG101");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void readsWhatTheShellPipes() throws Exception {
    Path template = folder.resolve("t.yaml");
    Files.writeString(template, "Resources: {A: {Type: AWS::ApiGateway::Stage}}\n");
    String check = "bash '" + release.resolve("iac-guard") + "' check --format json ";
    for (String input : List.of("<(cat t.yaml)", "- < t.yaml", "/dev/stdin < <(cat t.yaml)")) {
      Process process = start(List.of("bash", "-c", check + input), Map.of());

      assertThat(read(process.getInputStream())).as(input).contains("IG101");
      assertThat(read(process.getErrorStream())).isEmpty();
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void readsABaselineAndLogsThatTheShellPipes() throws Exception {
    Files.writeString(folder.resolve("t.yaml"), "Resources: {A: {Type: AWS::ApiGateway::Stage}}\n");
    Files.writeString(folder.resolve("log"), "{\"status\":\"200\"}\n");
    String guard = "bash '" + release.resolve("iac-guard") + "' ";
    String check =
        guard
            + "baseline t.yaml --output b.json && "
            + guard
            + "check t.yaml --baseline <(cat b.json) && "
            + guard
            + "logs <(cat log)";
    Process process = start(List.of("bash", "-c", check), Map.of());

    String out = read(process.getInputStream());
    assertThat(process.waitFor()).as(read(process.getErrorStream())).isZero();
    assertThat(out).contains("no new findings", "1 request in 1 file");
  }

  /** A failed start must not look like a run that found something. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx1k",
        "-Xnonsense",
        "-XX:+Nonsense",
        "-Xmx2m -Xms48m",
        "-javaagent:no.jar",
        "--version",
        "-Xmx1g --help"
      })
  void aJvmThatCannotStartIsAnInternalError(String options) throws Exception {
    Run run =
        run(
            Map.of("IAC_GUARD_JAVA_OPTS", options),
            release.resolve("iac-guard"),
            "check",
            folder.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("iac-guard: the JVM could not start", options);
    assertThat(run.code()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ulimit -v 300000", "ulimit -n 4", "ulimit -n 6", "ulimit -n 9"})
  void tooLittleOfTheMachineIsAnInternalError(String limit) throws Exception {
    String script = limit + " && exec bash '" + release.resolve("iac-guard") + "' --version";
    Process process = start(List.of("bash", "-c", script), Map.of());

    String out = read(process.getInputStream());
    String err = read(process.getErrorStream());
    assertThat(process.waitFor()).as(err).isEqualTo(4);
    assertThat(out).isEmpty();
    assertThat(err).contains("iac-guard: ");
  }

  /** What ends the launcher ends the program, and is what the launcher ends with. */
  @Test
  void passesATerminationOn() throws Exception {
    Path fifo = folder.resolve("never written");
    assumeTrue(succeeds(List.of("bash", "-c"), "mkfifo '" + fifo + "'"), "mkfifo is missing");
    String script =
        "exec 3<>'%s'; exec bash '%s' check - <&3".formatted(fifo, release.resolve("iac-guard"));
    Process process = start(List.of("bash", "-c", script), Map.of());
    Thread.sleep(1500);
    List<ProcessHandle> children = process.children().toList();

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void rulesOfAPolicyBringNoWarnings() throws Exception {
    Files.writeString(
        folder.resolve("iac-guard.yaml"),
        """
        custom-rules:
          - {id: ACME1, name: any, title: Any, for: stage, require: "true", message: none}
        """);
    Files.writeString(folder.resolve("main.tf"), "locals {}\n");

    Run run =
        run(
            Map.of(),
            release.resolve("iac-guard"),
            "check",
            folder.toString(),
            "--root",
            folder.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void refusesAnOldJdk() throws Exception {
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path java = Files.writeString(jdk.resolve("bin/java"), "");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Run run =
        run(
            Map.of("IAC_GUARD_JAVA_HOME", jdk.toString()),
            release.resolve("iac-guard"),
            "--version");

    assertThat(run.err())
        .isEqualTo("iac-guard: IAC_GUARD_JAVA_HOME=" + jdk + " is no JDK of 21 or newer\n");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Files.delete(release.resolve("lib/iac-guard.jar"));

    Run run = run(Map.of(), release.resolve("iac-guard"), "--version");

    assertThat(run.err()).contains("lib/iac-guard.jar");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void keepsAClassArchiveInTheCacheFolder() throws Exception {
    Files.createDirectory(release.resolve("examples"));
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", folder.resolve("a cache").toString());
    Path launcher = release.resolve("iac-guard");

    Run first = run(environment, launcher, "--version");
    Run second = run(environment, launcher, "--version");
    Files.setLastModifiedTime(
        release.resolve("lib/iac-guard.jar"), FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
    Run changed = run(environment, launcher, "--version");

    assertThat(List.of(first, changed))
        .allSatisfy(
            run -> {
              assertThat(run.out()).startsWith("iac-guard ");
              assertThat(run.err()).isEqualTo("iac-guard: preparing a quick start ...\n");
              assertThat(run.code()).isZero();
            });
    assertThat(second.err()).isEmpty();
    assertThat(folder.resolve("a cache/iac-guard")).isDirectoryContaining("glob:**." + KIND);
  }

  /** The stub takes each option as a JVM does: one of the kind {@code -XX:Name} needs a value. */
  @ParameterizedTest
  @CsvSource({
    "21.0.8, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=",
    "25.0.1, -XX:AOTCacheOutput=, -XX:AOTCache="
  })
  void startsFromTheArchiveThatItMade(String version, String making, String using)
      throws Exception {
    Files.createDirectory(release.resolve("examples"));
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java =
        Files.writeString(
            jdk.resolve("bin/java"),
            """
            #!/usr/bin/env bash
            for option in "$@"; do
              case $option in
                %1$s*) echo archive >"${option#*=}" && exit 0 ;;
                %2$s*) [[ -s ${option#*=} ]] && echo 'with an archive' ;;
                -XX:[+-]* | -XX:*=*) ;;
                -XX:*) exit 1 ;;
              esac
            done
            exit 64
            """
                .formatted(making, using));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of(
            "IAC_GUARD_JAVA_HOME", jdk.toString(),
            "XDG_CACHE_HOME", folder.resolve("a cache").toString());

    for (int i = 0; i < 2; i++) {
      Run run = run(environment, release.resolve("iac-guard"), "--version");

      assertThat(run.out()).as(run.err()).isEqualTo("with an archive\n");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void noArchiveIsMadeWhereNoneCanBeKept() throws Exception {
    Files.createDirectory(release.resolve("examples"));
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    Run run =
        run(Map.of("XDG_CACHE_HOME", file.toString()), release.resolve("iac-guard"), "--version");

    assertThat(run.out()).startsWith("iac-guard ");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void anotherPlatformThanThatOfTheRuntimeIsRefused() throws Exception {
    Path java = release.resolve("runtime/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "");

    Run run =
        run(
            Map.of("HOSTTYPE", "aarch64", "OSTYPE", "linux-gnu", "IAC_GUARD_JAVA_HOME", ""),
            release.resolve("iac-guard"),
            "--version");

    assertThat(run.err())
        .isEqualTo(
            "iac-guard: this release is for Linux on x86_64; on linux-gnu aarch64 use the '-any'"
                + " archive and a JDK of 21 or newer\n");
    assertThat(run.code()).isEqualTo(4);
  }

  /** Case 40: the disk cannot be written to, there is no network, and nothing was initialised. */
  @Test
  void runsWithoutNetworkOnAReadOnlyDisk() throws Exception {
    Files.createDirectory(release.resolve("examples"));
    Path code = Files.createDirectory(folder.resolve("code"));
    Files.createDirectories(code.resolve("infra/.terraform"));
    Files.writeString(
        code.resolve("infra/main.tf"), Git.BAD + "module \"m\" {\n  source = \"a/b/c\"\n}\n");
    String closed =
        "mount -o remount,bind,ro / && mount --bind '%1$s' '%1$s' && mount -o remount,bind,ro '%1$s'"
            .formatted(folder);
    List<String> apart = List.of("unshare", "--map-root-user", "--net", "--mount", "bash", "-c");
    assumeTrue(
        succeeds(apart, closed + " && ! touch '" + folder + "/x'"), "unshare is not allowed");

    List<String> command = new ArrayList<>(apart);
    command.add(
        closed
            + " && cd '%s' && HOME=/root exec bash '%s' check --format text --format sarif=a.sarif"
                .formatted(code, release.resolve("iac-guard")));
    Process process = start(command, Map.of());

    String out = read(process.getInputStream());
    assertThat(out).contains("error[IG101]", "[IG002]", "1 stage: 0 compliant, 1 failing");
    assertThat(read(process.getErrorStream()))
        .isEqualTo(
            "iac-guard: the report cannot be written to %s/a.sarif: Read-only file system\n"
                .formatted(code));
    assertThat(process.waitFor()).isEqualTo(4);
  }

  private boolean succeeds(List<String> command, String script) throws Exception {
    List<String> all = new ArrayList<>(command);
    all.add(script);
    try {
      Process process = start(all, Map.of());
      read(process.getInputStream());
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("IAC_GUARD_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Run run(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    Process process = start(command, environment);
    String out = read(process.getInputStream());
    String err = read(process.getErrorStream());
    return new Run(process.waitFor(), out, err);
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> Path.of(path).toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
