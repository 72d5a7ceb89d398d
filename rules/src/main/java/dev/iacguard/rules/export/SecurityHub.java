package dev.iacguard.rules.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** The controls of AWS Security Hub about the same setting, from the mapping in a rule's page. */
final class SecurityHub {
  private static final String PAGES = "/dev/iacguard/rules/";
  private static final String ENTRY = "  - AWS Security Hub ";

  private SecurityHub() {}

  /** Empty when there is none. */
  static String controls(String ruleId) {
    try (InputStream page = SecurityHub.class.getResourceAsStream(PAGES + ruleId + ".md")) {
      String text =
          new String(
              Objects.requireNonNull(page, "every rule has a page").readAllBytes(),
              StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(ENTRY))
          .map(line -> line.substring(ENTRY.length()))
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
