package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The {@code parameter_overrides} of a {@code samconfig.toml}: those of the environment {@code
 * default}, or of the first one when there is no default. The value is a text or a list of texts of
 * {@code KEY=VALUE} or {@code ParameterKey=KEY,ParameterValue=VALUE}.
 */
public final class SamConfig {
  private static final String OVERRIDES = "parameter_overrides";
  private static final String DEFAULT = "default";
  private static final String KEY = "ParameterKey=";
  private static final String VALUE = ",ParameterValue=";

  private final SourceFile file;
  private final List<Setting> overrides = new ArrayList<>();

  private SamConfig(SourceFile file) {
    this.file = file;
  }

  /** One setting and the environment it stands in. */
  private record Setting(String environment, int start, int end) {}

  /**
   * @param found is given each {@code KEY=VALUE} and where it stands
   */
  public static void read(SourceFile file, BiConsumer<String, Span> found) {
    SamConfig config = new SamConfig(file);
    config.scan();
    List<Setting> all = config.overrides;
    boolean hasDefault = all.stream().anyMatch(each -> each.environment().equals(DEFAULT));
    String wanted = hasDefault || all.isEmpty() ? DEFAULT : all.get(0).environment();
    for (Setting each : all) {
      if (each.environment().equals(wanted)) {
        Span at = file.span(each.start(), each.end());
        words(at.text()).forEach(word -> found.accept(plain(word), at));
      }
    }
  }

  private void scan() {
    String text = file.text();
    String environment = DEFAULT;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      String line = text.substring(at, end).strip();
      if (line.startsWith("[")) {
        environment = line.substring(1).split("[.\\]]", 2)[0].strip();
      } else if (line.startsWith(OVERRIDES)) {
        int equals = text.indexOf('=', at);
        if (equals >= 0 && equals < end) {
          end = valueEnd(equals + 1);
          overrides.add(new Setting(environment, equals + 1, end));
        }
      }
      at = end + 1;
    }
  }

  /** A list may go over several lines; a text ends with its line. */
  private int valueEnd(int from) {
    String text = file.text();
    boolean list = text.substring(from, lineEnd(from)).stripLeading().startsWith("[");
    int bracket = list ? text.indexOf(']', from) : -1;
    return bracket < 0 ? lineEnd(from) : bracket + 1;
  }

  private int lineEnd(int from) {
    int end = file.text().indexOf('\n', from);
    return end < 0 ? file.text().length() : end;
  }

  /** The words between blanks, commas of a list, and quotes; what is quoted may hold both. */
  private static List<String> words(String written) {
    String value = written.strip();
    if (value.startsWith("[")) {
      return listed(value);
    }
    char quote = value.isEmpty() ? ' ' : value.charAt(0);
    int last = value.lastIndexOf(quote);
    boolean quoted = (quote == '"' || quote == '\'') && last > 0;
    String inner = quoted ? value.substring(1, last) : value;
    return split(quote == '"' ? inner.replace("\\\"", "\"") : inner, " \t");
  }

  private static List<String> listed(String list) {
    return split(list.substring(1, list.length() - (list.endsWith("]") ? 1 : 0)), ", \t\r\n");
  }

  private static List<String> split(String text, String separators) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == open) {
        open = 0;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (open == 0 && separators.indexOf(c) >= 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }

  private static String plain(String word) {
    int value = word.indexOf(VALUE);
    return word.startsWith(KEY) && value > 0
        ? word.substring(KEY.length(), value) + "=" + word.substring(value + VALUE.length())
        : word;
  }
}
