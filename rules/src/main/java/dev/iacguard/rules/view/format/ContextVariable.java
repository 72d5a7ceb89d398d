package dev.iacguard.rules.view.format;

import java.util.Set;

/**
 * A variable that an access log format can hold.
 *
 * @param name without {@code $context.}; up to its last dot when it stands for any name behind it
 * @param open true when it stands for any name behind it
 * @param apis the kinds of API that have it
 * @param kind what its value is in a JSON text
 * @param bytes how long its value usually is
 * @param meaning a few words
 */
public record ContextVariable(
    String name,
    boolean open,
    Set<ApiKind> apis,
    Kind kind,
    int bytes,
    Sensitivity sensitivity,
    String meaning) {
  /** What stands in front of every variable. */
  public static final String PREFIX = "$context.";

  /** What a value is in a JSON text. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** It depends. */
    ANY,
    /** A text that brings its own quotes. */
    QUOTED
  }

  /** What it means to log it. */
  public enum Sensitivity {
    NONE,
    /** It lets others act as the caller. */
    SECRET,
    /** It may tell who somebody is. */
    PERSONAL,
    /** It is longer than all other fields together. */
    BULKY
  }
}
