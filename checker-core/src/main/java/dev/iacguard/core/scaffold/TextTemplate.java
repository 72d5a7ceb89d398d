package dev.iacguard.core.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places to fill, {@code {{name}}}. A text of several lines takes the indent of its
 * place. A line that consists of a place and is filled with nothing is left out.
 */
final class TextTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private final String template;
  private final Map<String, String> texts = new HashMap<>();

  private TextTemplate(String template) {
    this.template = template;
  }

  /**
   * @param name of a file beside this class, without {@code .txt}
   */
  static TextTemplate named(String name) {
    String file = name + ".txt";
    try (InputStream in =
        Objects.requireNonNull(TextTemplate.class.getResourceAsStream(file), file)) {
      return new TextTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends of lines behind the text are dropped. */
  TextTemplate with(String place, String text) {
    texts.put(place, text.stripTrailing());
    return this;
  }

  TextTemplate with(String place, TextTemplate text) {
    return with(place, text.text());
  }

  /** The same with what is asked for only in some cases. */
  TextTemplate with(String place, boolean wanted, TextTemplate text) {
    return with(place, wanted ? text.text() : "");
  }

  /** With a line end behind the last line, and nowhere two empty lines in a row. */
  String text() {
    List<String> lines = new ArrayList<>();
    for (String line : template.stripTrailing().split("\n", -1)) {
      @Nullable String filled = filled(line);
      boolean second = filled != null && filled.isEmpty() && last(lines).isEmpty();
      if (filled != null && !second) {
        lines.add(filled);
      }
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static String last(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getLast();
  }

  /** Null when the line is left out. */
  private @Nullable String filled(String line) {
    Matcher places = PLACE.matcher(line);
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String filled = places.replaceAll(place -> Matcher.quoteReplacement(fill(place, indent)));
    return filled.isBlank() && !line.isBlank() ? null : filled;
  }

  private String fill(MatchResult place, String indent) {
    String text = Objects.requireNonNull(texts.get(place.group(1)), place.group(1));
    return text.replace("\n", "\n" + indent).replace("\n" + indent + "\n", "\n\n");
  }
}
