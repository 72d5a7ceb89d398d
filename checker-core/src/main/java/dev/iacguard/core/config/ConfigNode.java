package dev.iacguard.core.config;

import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a configuration, with the place where it is written. */
public sealed interface ConfigNode {

  Span at();

  /** What it is, for a message: {@code the number 3}. */
  String inWords();

  /**
   * @param at the key, or the start of the file for what no key holds
   * @param entries in the order they are written
   */
  record Mapping(Span at, Map<String, Entry> entries) implements ConfigNode {

    /** The value of a key, or null when it is not there. */
    public @Nullable ConfigNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** What lies at the end of some keys, or null. */
    public @Nullable ConfigNode at(String... keys) {
      ConfigNode found = this;
      for (String key : keys) {
        found = found instanceof Mapping mapping ? mapping.get(key) : null;
      }
      return found;
    }

    /** The same without some of its keys. */
    public Mapping without(List<String> keys) {
      Map<String, Entry> kept = new LinkedHashMap<>(entries);
      kept.keySet().removeAll(keys);
      return new Mapping(at, kept);
    }

    @Override
    public String inWords() {
      return "a group of keys";
    }
  }

  /** A key's place and its value. */
  record Entry(Span key, ConfigNode value) {}

  record Sequence(Span at, List<ConfigNode> items) implements ConfigNode {
    @Override
    public String inWords() {
      return "a list";
    }
  }

  /**
   * @param text as it is written, without quotes
   */
  record Scalar(Span at, Kind kind, String text) implements ConfigNode {
    /** Longer texts are cut in messages. */
    private static final int SHOWN = 60;

    /** What a scalar is read as. */
    public enum Kind {
      TEXT,
      WHOLE_NUMBER,
      DECIMAL,
      TRUTH,
      NOTHING
    }

    @Override
    public String inWords() {
      return switch (kind) {
        case TEXT -> "the string '" + shown() + "'";
        case WHOLE_NUMBER, DECIMAL -> "the number " + shown();
        case TRUTH -> text;
        case NOTHING -> "nothing";
      };
    }

    private String shown() {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
  }
}
