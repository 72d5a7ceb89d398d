package dev.iacguard.release;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the artifacts of a release: {@code Release ROOT VERSION TIME OUTPUT}. */
public final class Release {
  /** The path of the runtime has an influence on a class archive, so it is always this one. */
  private static final Path SCRATCH = Path.of("/tmp/iac-guard-release");

  private final Path output;
  private final TreeMap<String, String> checksums = new TreeMap<>();

  private Release(Path output) {
    this.output = output;
  }

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toRealPath();
    Path output = Path.of(args[3]).toAbsolutePath();
    try {
      Files.createDirectory(SCRATCH);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          "another release is being made; remove " + SCRATCH + " if there is none", e);
    }
    try {
      new Release(output).make(root, args[1], Instant.parse(args[2]), System.out);
    } finally {
      delete(SCRATCH);
    }
  }

  private void make(Path root, String version, Instant time, PrintStream log) throws IOException {
    delete(output);
    Libraries libraries = Libraries.of(root);
    String name = "iac-guard-" + version;

    Bundle any = Bundle.create(Files.createDirectory(SCRATCH.resolve("any")), root, time);
    any.addHelp();
    any.write("sbom.cdx.json", Sbom.of(version, time, libraries, ""));
    archive(name + "-any", any, time);

    Bundle linux = Bundle.create(Files.createDirectory(SCRATCH.resolve("linux")), root, time);
    linux.addHelp();
    linux.addRuntime();
    byte[] sbom = Sbom.of(version, time, libraries, System.getProperty("java.runtime.version", ""));
    linux.write("sbom.cdx.json", sbom);
    linux.write("lib/time", (time.getEpochSecond() + "\n").getBytes(StandardCharsets.UTF_8));
    ClassArchive.write(linux.folder(), SCRATCH, time);
    archive(name + "-linux-x64", linux, time);
    List<Entry> entries = linux.entries();
    add(Wheel.name(version), Wheel.of(version, time, entries));
    add(
        name + "-image.tar",
        ContainerImage.of(version, time, linux.folder().toAbsolutePath(), entries));
    add(name + ".cdx.json", sbom);
    for (Entry entry : MavenRepository.of(root, version, time)) {
      add("maven/" + entry.path(), entry.content());
    }
    StringBuilder sums = new StringBuilder();
    checksums.forEach((file, sum) -> sums.append(sum).append("  ").append(file).append('\n'));
    Files.writeString(output.resolve("SHA256SUMS"), sums);
    checksums.forEach((file, sum) -> print(log, file, sum));
  }

  private static void print(PrintStream log, String file, String sum) {
    if (!file.startsWith("maven/")) {
      log.println(sum + "  " + file);
    }
  }

  private void archive(String name, Bundle bundle, Instant time) throws IOException {
    List<Entry> entries = bundle.entries().stream().map(e -> e.below(name + "/")).toList();
    add(name + ".tar.gz", Tar.gzip(Tar.of(entries, time)));
  }

  private void add(String name, byte[] content) throws IOException {
    Path file = output.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    checksums.put(name, Hashes.sha256(content));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
