package dev.iacguard.core.config;

import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.source.JsonReason;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads a YAML configuration: one document, YAML 1.2, without anchors, aliases and tags. A key that
 * is written twice is an error, not a value that wins.
 */
public final class YamlConfig {
  /** Larger files are no configuration that somebody wrote. */
  private static final int MOST_CHARACTERS = 1 << 20;

  private static final int DEEPEST = 16;

  private final SourceFile file;
  private final List<ConfigError> errors;
  private final YAMLParser parser;
  private int point;
  private int offset;

  private YamlConfig(SourceFile file, List<ConfigError> errors) {
    this.file = file;
    this.errors = errors;
    this.parser =
        (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), file.text());
  }

  /**
   * The keys of a file. Never throws; an empty file has none.
   *
   * @param errors takes what is wrong
   * @return null when there is nothing that could be looked at further
   */
  public static @Nullable Mapping read(SourceFile file, List<ConfigError> errors) {
    if (file.text().length() > MOST_CHARACTERS) {
      String message = "has more than the " + MOST_CHARACTERS + " characters that are read";
      errors.add(new ConfigError(file.span(0, 0), message));
      return null;
    }
    try (YamlConfig.Closing reader = new Closing(new YamlConfig(file, errors))) {
      return reader.config.document();
    } catch (JacksonException e) {
      errors.add(error(file, e));
      return null;
    }
  }

  private record Closing(YamlConfig config) implements AutoCloseable {
    @Override
    public void close() {
      config.parser.close();
    }
  }

  private @Nullable Mapping document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return new Mapping(file.span(0, 0), Map.of());
    }
    ConfigNode root = node(file.span(0, 0), 0);
    if (root != null && parser.nextToken() != null) {
      fail(here(), "a second document begins here; only one is read");
      return null;
    }
    if (root instanceof Mapping mapping) {
      return mapping;
    }
    if (root != null) {
      fail(root.at(), "keys are expected, not " + root.inWords());
    }
    return null;
  }

  /**
   * The node that starts at the current token.
   *
   * @param place where a mapping is reported: at its key
   * @return null when reading cannot go on
   */
  private @Nullable ConfigNode node(Span place, int depth) {
    Span at = here();
    if (parser.isCurrentAlias()) {
      fail(at, "aliases are not read here; write the value out");
      return null;
    }
    if (parser.getObjectId() != null || parser.getTypeId() != null) {
      String what = parser.getObjectId() != null ? "anchors" : "tags";
      fail(at, what + " are not read here; write the plain value");
      return null;
    }
    if (depth > DEEPEST) {
      fail(at, "is nested more than " + DEEPEST + " levels deep");
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place, depth);
      case START_ARRAY -> sequence(at, depth);
      case VALUE_NUMBER_INT -> scalar(at, Scalar.Kind.WHOLE_NUMBER);
      case VALUE_NUMBER_FLOAT -> scalar(at, Scalar.Kind.DECIMAL);
      case VALUE_TRUE, VALUE_FALSE -> scalar(at, Scalar.Kind.TRUTH);
      case VALUE_NULL -> new Scalar(at, Scalar.Kind.NOTHING, "");
      default -> scalar(at, Scalar.Kind.TEXT);
    };
  }

  private Scalar scalar(Span at, Scalar.Kind kind) {
    return new Scalar(at, kind, parser.getString());
  }

  private @Nullable Mapping mapping(Span place, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Span key = here();
      String name = parser.currentName();
      if (parser.isCurrentAlias() || parser.getObjectId() != null) {
        fail(key, "anchors and aliases are not read here; write the key out");
        return null;
      }
      parser.nextToken();
      ConfigNode value = node(key, depth + 1);
      if (value == null) {
        return null;
      }
      Entry first = entries.putIfAbsent(name, new Entry(key, value));
      if (first != null) {
        fail(key, "key '" + name + "' appears twice, first on line " + first.key().line());
      }
    }
    return new Mapping(place, entries);
  }

  private @Nullable Sequence sequence(Span at, int depth) {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Span start = here();
      ConfigNode item = node(start, depth + 1);
      if (item == null) {
        return null;
      }
      items.add(item instanceof Mapping mapping ? whole(start, mapping) : item);
    }
    return new Sequence(at, List.copyOf(items));
  }

  /** A mapping in a list has no key, so all of it is where it is reported. It was just read. */
  private Mapping whole(Span start, Mapping mapping) {
    int end = start.end();
    if (file.text().startsWith("{", start.start())) {
      end = here().end();
    } else {
      for (Entry entry : mapping.entries().values()) {
        end = Math.max(end, entry.value().at().end());
      }
    }
    return new Mapping(file.span(start.start(), end), mapping.entries());
  }

  private void fail(Span at, String message) {
    errors.add(new ConfigError(at, message));
  }

  /** The current token. The parser counts in code points. */
  private Span here() {
    int start = offset(parser.currentTokenLocation().getCharOffset());
    int end = offset(parser.currentLocation().getCharOffset());
    String written = file.text().substring(start, Math.max(start, end));
    return file.span(start, start + written.stripTrailing().length());
  }

  private int offset(long codePoint) {
    int target = (int) codePoint;
    offset = file.text().offsetByCodePoints(offset, target - point);
    point = target;
    return offset;
  }

  private static ConfigError error(SourceFile file, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
      int at = mark == null ? 0 : file.text().offsetByCodePoints(0, mark.getIndex());
      return new ConfigError(file.span(at, at), "is not YAML: " + marked.getProblem());
    }
    TokenStreamLocation location = e.getLocation();
    long point = location == null ? 0 : Math.max(0, location.getCharOffset());
    int at = file.text().offsetByCodePoints(0, (int) point);
    String reason =
        e.getCause() instanceof NumberFormatException
            ? "an escape here is not a character"
            : JsonReason.of(e);
    return new ConfigError(file.span(at, at), "is not YAML: " + reason);
  }
}
