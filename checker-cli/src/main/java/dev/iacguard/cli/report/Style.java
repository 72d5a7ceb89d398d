package dev.iacguard.cli.report;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The styles of text on a terminal.
 *
 * @param coloured whether it has colours
 * @param columns how wide lines may be; 0 for no end
 * @param base the folder that paths in links start from, or null for no links
 */
public record Style(boolean coloured, int columns, @Nullable URI base) {
  public static final Style PLAIN = new Style(false, 0, null);
  public static final Style COLOURED = new Style(true, 0, null);

  /** What a piece of text is there for. */
  public enum Role {
    ERROR("1;91"),
    WARNING("1;33"),
    NOTE("1;96"),
    UNKNOWN("1;95"),
    GOOD("32"),
    MESSAGE("1"),
    MARGIN("94"),
    FAINT("2");

    private final String code;

    Role(String code) {
      this.code = code;
    }
  }

  public Style within(int width) {
    return new Style(coloured, width, base);
  }

  public Style linking(URI folder) {
    return new Style(coloured, columns, folder);
  }

  /** Broken at spaces where the terminal is too narrow; see {@link Wrapping}. */
  String wrapped(String text, int used, int indent) {
    return columns == 0 ? text : Wrapping.of(text, columns, used, indent);
  }

  public String paint(Role role, String text) {
    return !coloured || text.isEmpty() ? text : "\u001B[" + role.code + "m" + text + "\u001B[0m";
  }

  /**
   * The text, leading to a file where the terminal can.
   *
   * @param path as shown
   */
  String link(String path, String text) {
    return base == null
        ? text
        : "\u001B]8;;file://"
            + base.resolve(Uris.path(path)).getRawPath()
            + "\u001B\\"
            + text
            + "\u001B]8;;\u001B\\";
  }
}
