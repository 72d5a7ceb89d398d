package dev.iacguard.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs Jazzer on one target or on all of them: {@code fuzz.target}, {@code fuzz.runs}, {@code
 * fuzz.seconds} (0 is no limit), {@code fuzz.length} of an input in bytes. What it finds, and what
 * it starts from next time, lies in {@code checker-cli/target/fuzz}.
 */
public final class FuzzRun {
  private static final String ALL = "all";
  private static final int LONGEST = Integer.getInteger("fuzz.length", 1024);
  private static final String CHOSEN = System.getProperty(GuidedRun.TARGET, ALL);
  private static final int USUAL_SECONDS = CHOSEN.equals(ALL) ? 20 : 0;
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root", ".."));

  private FuzzRun() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<FuzzTarget> targets =
        CHOSEN.equals(ALL) ? Arrays.asList(FuzzTarget.values()) : List.of(FuzzTarget.named(CHOSEN));
    int code = 0;
    for (FuzzTarget target : targets) {
      System.out.println("fuzzing " + target.title());
      code = Math.max(code, guided(target));
    }
    System.exit(code);
  }

  /** The stored inputs of a target. */
  static Path corpus(FuzzTarget target) {
    return ROOT.resolve("checker-cli/src/test/fuzz").resolve(target.folder());
  }

  /** The files in a folder and below it, sorted. */
  static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static int guided(FuzzTarget target) throws IOException, InterruptedException {
    Path work = ROOT.resolve("checker-cli/target/fuzz").resolve(target.title());
    Path grown = Files.createDirectories(work.resolve("corpus"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED"));
    command.add("-D" + GuidedRun.TARGET + "=" + target.title());
    command.add("-Diacguard.root=" + ROOT);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + GuidedRun.class.getName());
    command.add("--instrumentation_includes=dev.iacguard.**:org.snakeyaml.**:tools.jackson.**");
    // Comparisons are not traced: that makes a run more than twice as long, and the seeds have the
    // words.
    command.add("--trace=cov");
    command.add("--reproducer_path=" + work);
    command.add("-artifact_prefix=" + work + "/");
    command.add("-runs=" + Long.getLong("fuzz.runs", 20_000));
    command.add("-max_total_time=" + Long.getLong("fuzz.seconds", USUAL_SECONDS));
    command.addAll(List.of("-max_len=" + LONGEST, "-timeout=30", "-print_final_stats=1"));
    command.addAll(List.of(grown.toString(), corpus(target).toString()));
    command.add(seeds(target, work.resolve("seeds")).toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Copies the fixtures that a target starts from, as far as they are small enough. */
  private static Path seeds(FuzzTarget target, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path fixtures = ROOT.resolve("fixtures");
    for (Path file : files(fixtures)) {
      String path = fixtures.relativize(file).toString();
      if (target.startsFrom(path) && Files.size(file) <= LONGEST) {
        Files.write(folder.resolve(path.replace('/', '_')), Files.readAllBytes(file));
      }
    }
    return folder;
  }
}
