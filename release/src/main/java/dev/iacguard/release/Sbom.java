package dev.iacguard.release;

import dev.iacguard.release.Libraries.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the software bill of materials as CycloneDX 1.6 JSON. */
final class Sbom {
  private Sbom() {}

  /** {@code runtime} is the version of the Java runtime; empty for a release without one. */
  static byte[] of(String version, Instant time, Libraries libraries, String runtime)
      throws IOException {
    List<String> components = new ArrayList<>();
    for (Library library : libraries.all()) {
      components.add(component(library));
    }
    if (!runtime.isEmpty()) {
      components.add(
          """
              {"type": "platform", "bom-ref": "pkg:generic/temurin-jre@%1$s", "group": "net.adoptium", "name": "temurin", "version": "%1$s", "licenses": [{"expression": "GPL-2.0-only WITH Classpath-exception-2.0"}], "purl": "pkg:generic/temurin-jre@%1$s"}"""
              .formatted(runtime.replace("+", "%2B"))
              .indent(4)
              .stripTrailing());
    }
    String own = "pkg:maven/dev.iacguard/checker-cli@" + version;
    return """
    {
      "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
      "bomFormat": "CycloneDX",
      "specVersion": "1.6",
      "version": 1,
      "metadata": {
        "timestamp": "%s",
        "component": {"type": "application", "bom-ref": "%s", "group": "dev.iacguard", "name": "iac-guard", "version": "%s", "licenses": [{"license": {"id": "Apache-2.0"}}], "purl": "%2$s"}
      },
      "components": [
    %s
      ]
    }
    """
        .formatted(time, own, version, String.join(",\n", components))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String component(Library library) throws IOException {
    String purl =
        "pkg:maven/%s/%s@%s".formatted(library.group(), library.artifact(), library.version());
    return """
        {"type": "library", "bom-ref": "%s", "group": "%s", "name": "%s", "version": "%s", "hashes": [{"alg": "SHA-256", "content": "%s"}], "licenses": [{"license": {"id": "%s"}}], "purl": "%1$s"}"""
        .formatted(
            purl,
            library.group(),
            library.artifact(),
            library.version(),
            Hashes.sha256(Files.readAllBytes(library.jar())),
            library.licence())
        .indent(4)
        .stripTrailing();
  }
}
