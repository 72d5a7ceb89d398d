package dev.iacguard.rules.config;

import dev.iacguard.core.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists the policies that come with the program. */
final class Presets {
  /** What every policy starts from. */
  static final String DEFAULT = "default";

  static final List<String> NAMES = List.of(DEFAULT, "pci-dss", "hipaa", "soc2");

  private Presets() {}

  /** Its text, under the path {@code preset NAME}. */
  static SourceFile read(String name) {
    String resource = "presets/" + name + ".yaml";
    try (InputStream file =
        Objects.requireNonNull(Presets.class.getResourceAsStream(resource), resource)) {
      return new SourceFile(
          "preset " + name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
