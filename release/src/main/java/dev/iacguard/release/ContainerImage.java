package dev.iacguard.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundle as a container image without a base: an OCI layout that {@code docker load} reads as
 * well. It has the C library of the machine that makes the release, no shell, and runs as a user
 * without rights.
 */
// The texts of the image are easier to read apart from the code.
@SuppressWarnings("InlineFormatString")
final class ContainerImage {
  private static final Pattern LIBRARY = Pattern.compile("(/.+) \\(0x");
  private static final String HOME = "opt/iac-guard/";

  private ContainerImage() {}

  static byte[] of(String version, Instant time, Path bundle, List<Entry> entries)
      throws IOException {
    byte[] tar = Tar.of(files(bundle, entries), time);
    byte[] layer = Tar.gzip(tar);
    byte[] config = bytes(CONFIG.formatted(time, version, Hashes.sha256(tar)));
    byte[] manifest =
        bytes(
            MANIFEST.formatted(
                Hashes.sha256(config), config.length, Hashes.sha256(layer), layer.length));
    String reference = "iac-guard:" + version;
    List<Entry> image = new ArrayList<>();
    for (byte[] blob : List.of(config, layer, manifest)) {
      image.add(Entry.file("blobs/sha256/" + Hashes.sha256(blob), blob));
    }
    image.add(
        Entry.file(
            "index.json",
            bytes(INDEX.formatted(Hashes.sha256(manifest), manifest.length, version, reference))));
    image.add(
        Entry.file(
            "manifest.json",
            bytes(DOCKER.formatted(Hashes.sha256(config), reference, Hashes.sha256(layer)))));
    image.add(Entry.file("oci-layout", bytes("{\"imageLayoutVersion\": \"1.0.0\"}\n")));
    return Tar.of(image, time);
  }

  private static List<Entry> files(Path bundle, List<Entry> entries) throws IOException {
    TreeMap<String, Entry> files = new TreeMap<>();
    for (Entry entry : entries) {
      files.put(HOME + entry.path(), entry.below(HOME));
    }
    for (String binary : List.of("runtime/bin/java", "runtime/lib/server/libjvm.so")) {
      String needed = Processes.run(bundle, List.of("ldd", binary));
      Matcher library = LIBRARY.matcher(needed);
      while (library.find()) {
        Path path = Path.of(library.group(1));
        if (!path.normalize().startsWith(bundle.toAbsolutePath().normalize())) {
          String name = path.normalize().toString().substring(1);
          files.put(name, new Entry(name, Files.readAllBytes(path), true));
        }
      }
    }
    String users = "root:x:0:0:root:/:/none\niac-guard:x:65532:65532:iac-guard:/tmp:/none\n";
    files.put("etc/passwd", Entry.file("etc/passwd", bytes(users)));
    files.put("tmp/", Entry.file("tmp/", new byte[0]));
    files.put("work/", Entry.file("work/", new byte[0]));
    return List.copyOf(files.values());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final String CONFIG =
      """
      {"architecture": "amd64", "os": "linux", "created": "%s",
       "config": {"User": "65532:65532", "WorkingDir": "/work", "Env": ["LC_ALL=C.UTF-8", "HOME=/tmp"],
        "Labels": {"org.opencontainers.image.title": "iac-guard", "org.opencontainers.image.version": "%s", "org.opencontainers.image.licenses": "Apache-2.0"},
        "Entrypoint": ["/opt/iac-guard/runtime/bin/java", "-XX:+UseSerialGC", "-Xms48m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-Dsun.misc.unsafe.memory.access=allow", "-Dsun.jnu.encoding=UTF-8", "-XX:SharedArchiveFile=/opt/iac-guard/lib/iac-guard.jsa", "-cp", "/opt/iac-guard/lib/iac-guard.jar:/opt/iac-guard/lib/iac-guard-lsp.jar", "dev.iacguard.cli.Main"]},
       "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
      """;

  private static final String MANIFEST =
      """
      {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
       "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "sha256:%s", "size": %d},
       "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "sha256:%s", "size": %d}]}
      """;

  private static final String INDEX =
      """
      {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
       "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:%s", "size": %d, "platform": {"architecture": "amd64", "os": "linux"},
        "annotations": {"org.opencontainers.image.ref.name": "%s", "io.containerd.image.name": "%s"}}]}
      """;

  private static final String DOCKER =
      """
      [{"Config": "blobs/sha256/%s", "RepoTags": ["%s"], "Layers": ["blobs/sha256/%s"]}]
      """;
}
