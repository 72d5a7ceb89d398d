package dev.iacguard.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the archive of loaded and linked classes that a bundle starts from. It fits one build of
 * the JVM and one file time of the program.
 */
final class ClassArchive {
  private static final int HEADER = 4096;
  private static final String PROGRAM = "lib/iac-guard.jar";

  /**
   * Equal hash codes for all objects, and no collector that clears references: what is loaded must
   * not depend on random numbers, on time or on which thread is first.
   */
  private static final List<String> SAME_IN_EVERY_RUN =
      List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-XX:+UseEpsilonGC", "-Xmx2g");

  /** What is resolved in these depends on how threads meet. */
  private static final List<String> RESOLVED_IN_RACES =
      Stream.of("java/util/concurrent/", "java/lang/ref/", "jdk/internal/util/")
          .map("@cp "::concat)
          .toList();

  /** Classes that are loaded or not, depending on how threads meet. */
  private static final List<String> RACING =
      Stream.of("Completion", "Signaller", "UniCompletion", "UniExceptionally")
          .map(name -> "java/util/concurrent/CompletableFuture$" + name)
          .toList();

  private ClassArchive() {}

  /** Writes {@code lib/iac-guard.jsa} into the bundle in the folder. */
  static void write(Path bundle, Path scratch, Instant time) throws IOException {
    Path classes = Files.createDirectories(scratch).resolve("classes.txt").toAbsolutePath();
    List<String> list = java(bundle, SAME_IN_EVERY_RUN);
    list.addAll(List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-cp", PROGRAM));
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

  private static List<String> java(Path bundle, List<String> collector) {
    List<String> command = new ArrayList<>();
    command.add(bundle.resolve("runtime/bin/java").toAbsolutePath().toString());
    command.addAll(collector);
    command.addAll(List.of("-Xms48m", "-Xint", "-XX:ActiveProcessorCount=1", "-XX:-UsePerfData"));
    command.add("-Dsun.misc.unsafe.memory.access=allow");
    return command;
  }

  private static byte[] dump(Path bundle, Path classes, Path file) throws IOException {
    List<String> command = java(bundle, List.of("-XX:+UseSerialGC"));
    command.addAll(List.of("-Xshare:dump", "-XX:+AOTClassLinking"));
    command.add("-XX:SharedClassListFile=" + classes);
    command.add("-XX:SharedArchiveFile=" + file.toAbsolutePath());
    command.addAll(List.of("-cp", PROGRAM));
    Processes.run(bundle, command);
    return Files.readAllBytes(file);
  }

  /**
   * Sorts the list and makes it independent of the threads of the run that wrote it. The classes
   * come first: the JVM skips what is said of a class that it has not read yet.
   */
  private static List<String> stable(List<String> lines) {
    TreeSet<String> classes = new TreeSet<>(RACING);
    TreeSet<String> details = new TreeSet<>();
    for (String line : lines) {
      if (!line.startsWith("#") && RESOLVED_IN_RACES.stream().noneMatch(line::startsWith)) {
        (line.startsWith("@") ? details : classes).add(line.replaceFirst(" id: \\d+", ""));
      }
    }
    return Stream.concat(classes.stream(), details.descendingSet().stream()).toList();
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
