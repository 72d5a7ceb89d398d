package dev.iacguard.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The archive of loaded and linked classes that a bundle starts from. It fits one build of the JVM
 * and one file time of the program.
 */
final class ClassArchive {
  private static final int HEADER = 4096;

  /** What is resolved in these depends on how threads meet. */
  private static final String CONCURRENT = "@cp java/util/concurrent/";

  /** Classes that are loaded or not, depending on how threads meet. */
  private static final List<String> RACING =
      Stream.of("Completion", "Signaller", "UniCompletion", "UniExceptionally")
          .map(name -> "java/util/concurrent/CompletableFuture$" + name)
          .toList();

  private ClassArchive() {}

  /** Writes {@code lib/iac-guard.jsa} into the bundle in the folder. */
  static void write(Path bundle, Path scratch, Instant time) throws IOException {
    Path classes = Files.createDirectories(scratch).resolve("classes.txt").toAbsolutePath();
    List<String> list = java(bundle, "-Xshare:off", "-XX:DumpLoadedClassList=" + classes);
    list.add("dev.iacguard.cli.ClassArchiveWarmup");
    list.add("examples");
    Processes.run(bundle, list);
    Files.write(classes, stable(Files.readAllLines(classes)));
    byte[] first = dump(bundle, classes, scratch.resolve("first.jsa"));
    byte[] second = dump(bundle, classes, scratch.resolve("second.jsa"));
    Path archive = bundle.resolve("lib/iac-guard.jsa");
    Files.write(archive, withoutClocks(first, second));
    Files.setLastModifiedTime(archive, FileTime.from(time));
  }

  private static List<String> java(Path bundle, String... more) {
    List<String> command = new ArrayList<>();
    command.add(bundle.resolve("runtime/bin/java").toAbsolutePath().toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xms48m", "-Xint", "-XX:ActiveProcessorCount=1"));
    command.addAll(List.of("-XX:-UsePerfData", "-Dsun.misc.unsafe.memory.access=allow"));
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", "lib/iac-guard.jar"));
    return command;
  }

  private static byte[] dump(Path bundle, Path classes, Path file) throws IOException {
    Processes.run(
        bundle,
        java(
            bundle,
            "-Xshare:dump",
            "-XX:+AOTClassLinking",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + file.toAbsolutePath()));
    return Files.readAllBytes(file);
  }

  /** Sorts the list and makes it independent of the threads of the run that wrote it. */
  private static Set<String> stable(List<String> lines) {
    TreeSet<String> stable = new TreeSet<>();
    for (String line : lines) {
      if (!line.startsWith("#") && !line.startsWith(CONCURRENT)) {
        stable.add(line.replaceFirst(" id: \\d+", ""));
      }
    }
    stable.addAll(RACING);
    return stable;
  }

  /**
   * Zeroes what two archives of the same classes differ in: the clock readings in archived soft
   * references, and the checksums over them, which a JVM looks at only when it is asked to.
   */
  static byte[] withoutClocks(byte[] first, byte[] second) throws IOException {
    if (first.length != second.length) {
      throw new IOException("two class archives of the same classes differ in size");
    }
    byte[] made = first.clone();
    int words = 0;
    for (int at = Arrays.mismatch(first, second); at >= 0; ) {
      int width = at < HEADER ? 4 : 8;
      int start = at - at % width;
      Arrays.fill(made, start, start + width, (byte) 0);
      words++;
      int next = start + width;
      int more = Arrays.mismatch(first, next, first.length, second, next, second.length);
      at = more < 0 ? -1 : next + more;
    }
    if (words > 2000) {
      throw new IOException("two class archives of the same classes differ in " + words + " words");
    }
    return made;
  }
}
