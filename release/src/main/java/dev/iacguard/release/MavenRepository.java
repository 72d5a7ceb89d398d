package dev.iacguard.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the modules in the layout of a Maven repository, with checksums. */
final class MavenRepository {
  private static final List<String> MODULES =
      List.of("checker-core", "rules", "checker-cli", "checker-lsp");

  private MavenRepository() {}

  static List<Entry> of(Path root, String version, Instant time) throws IOException {
    List<Entry> files = new ArrayList<>();
    files.add(pom(root.resolve("pom.xml"), "iac-guard", version));
    for (String module : MODULES) {
      Path folder = root.resolve(module);
      files.add(pom(folder.resolve("pom.xml"), module, version));
      Path jar = folder.resolve("target/" + module + "-" + version + ".jar");
      files.add(Entry.file(path(module, version, ".jar"), Files.readAllBytes(jar)));
      List<Entry> sources = new ArrayList<>(Entry.below(folder.resolve("src/main/java")));
      files.add(Entry.file(path(module, version, "-sources.jar"), Zip.of(sources, time)));
    }
    Path whole = root.resolve("checker-cli/target/dist/lib/iac-guard.jar");
    files.add(Entry.file(path("checker-cli", version, "-all.jar"), Files.readAllBytes(whole)));
    List<Entry> all = new ArrayList<>();
    for (Entry file : files) {
      all.add(file);
      all.add(checksum(file, ".sha1", "SHA-1"));
      all.add(checksum(file, ".sha256", "SHA-256"));
    }
    return all;
  }

  private static Entry checksum(Entry file, String extension, String algorithm) {
    String text = Hashes.hex(algorithm, file.content());
    return Entry.file(file.path() + extension, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Outside of the build nothing says what the revision is. */
  private static Entry pom(Path pom, String module, String version) throws IOException {
    String text =
        Files.readString(pom)
            .replace("<version>${revision}</version>", "<version>" + version + "</version>");
    return Entry.file(path(module, version, ".pom"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String path(String module, String version, String extension) {
    return "dev/iacguard/%1$s/%2$s/%1$s-%2$s%3$s".formatted(module, version, extension);
  }
}
