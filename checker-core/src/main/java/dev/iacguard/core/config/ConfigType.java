package dev.iacguard.core.config;

import java.util.List;
import java.util.regex.Pattern;

/** The type of a place in a configuration: what may be written there. */
public sealed interface ConfigType {

  /** Completes "… is expected". */
  String inWords();

  /** One of a few words. */
  record Word(List<String> words) implements ConfigType {
    /** With more words than this, none but the nearest is named. */
    private static final int MOST_NAMED = 8;

    @Override
    public String inWords() {
      if (words.size() == 1) {
        return "'" + words.get(0) + "'";
      }
      return words.size() > MOST_NAMED ? "a known name" : "one of " + String.join(", ", words);
    }
  }

  /**
   * A text of at least one character.
   *
   * @param inWords completes "… is expected"
   * @param pattern what the whole text matches; one that takes linear time
   * @param longest in characters
   */
  record Text(String inWords, Pattern pattern, int longest) implements ConfigType {}

  /** A whole number between two bounds, both allowed. */
  record WholeNumber(int least, int most) implements ConfigType {
    @Override
    public String inWords() {
      return least == most ? String.valueOf(least) : "a whole number from " + least + " to " + most;
    }
  }

  /** A number of at least nought, with or without a fraction. */
  record Amount() implements ConfigType {
    @Override
    public String inWords() {
      return "a number of 0 or more";
    }
  }

  /** What another reader looks at. */
  record Anything() implements ConfigType {
    @Override
    public String inWords() {
      return "something";
    }
  }

  record Truth() implements ConfigType {
    @Override
    public String inWords() {
      return "true or false";
    }
  }

  /** A day of the calendar, {@code 2027-03-31}. */
  record Day() implements ConfigType {
    @Override
    public String inWords() {
      return "a date such as 2027-03-31";
    }
  }

  /**
   * A list.
   *
   * @param least how many items it has at the least
   */
  record ListOf(ConfigType item, int least) implements ConfigType {
    @Override
    public String inWords() {
      return "a list";
    }
  }

  /** A group of keys that are known. */
  record Section(List<Key> keys) implements ConfigType {
    /** With more keys than this, none is named. */
    private static final int MOST_NAMED = 4;

    @Override
    public String inWords() {
      String names = String.join(", ", keys.stream().map(Key::name).toList());
      return "a group of keys" + (keys.size() > MOST_NAMED ? "" : " (" + names + ")");
    }
  }

  /** A group of keys that the writer names. */
  record Named(ConfigType name, ConfigType value) implements ConfigType {
    @Override
    public String inWords() {
      return "a group of keys";
    }
  }

  /** Any of several types; the first says what is wrong where none fits. */
  record Either(List<ConfigType> types) implements ConfigType {
    @Override
    public String inWords() {
      return String.join(", or ", types.stream().map(ConfigType::inWords).distinct().toList());
    }
  }

  /**
   * A key of a section.
   *
   * @param description one sentence for the published schema and the documentation
   */
  record Key(String name, String description, ConfigType type, boolean required) {
    public static Key of(String name, String description, ConfigType type) {
      return new Key(name, description, type, false);
    }

    public static Key required(String name, String description, ConfigType type) {
      return new Key(name, description, type, true);
    }
  }
}
