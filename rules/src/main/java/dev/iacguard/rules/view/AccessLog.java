package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ScenarioInvariant;
import org.jspecify.annotations.Nullable;

/** The access log settings of a stage. */
public sealed interface AccessLog {

  /**
   * There are none.
   *
   * @param written true when the code writes that there are none
   * @param at where it does; otherwise the resource's header
   * @param misspelling what they are written as, when they are under a name that the resource does
   *     not have; otherwise null
   */
  record Absent(boolean written, Origin at, @Nullable Misspelling misspelling)
      implements AccessLog {}

  /** There are some. */
  final class Written implements AccessLog {
    private final Value destination;
    private final Value format;
    private final Origin at;
    private final @Nullable Misspelling misspelling;
    private final ScenarioInvariant<Link> link = new ScenarioInvariant<>();
    private final ScenarioInvariant<LogFormat> reading = new ScenarioInvariant<>();

    Written(Value destination, Value format, Origin at, @Nullable Misspelling misspelling) {
      this.destination = destination;
      this.format = format;
      this.at = at;
      this.misspelling = misspelling;
    }

    /** What the missing destination or format is written as; null unless its name is wrong. */
    public @Nullable Misspelling misspelling() {
      return misspelling;
    }

    /** Null-valued or empty when it is missing. */
    public Value destination() {
      return destination;
    }

    /**
     * Null-valued or empty when it is missing; otherwise only known not to be, {@link
     * Stage#format()} reads it.
     */
    public Value format() {
      return format;
    }

    /** The settings. */
    public Origin at() {
      return at;
    }

    /** Where the destination leads, in the scenarios with these settings. */
    ScenarioInvariant<Link> link() {
      return link;
    }

    /** The format as it is read, in the scenarios with these settings. */
    ScenarioInvariant<LogFormat> reading() {
      return reading;
    }

    /** False also when the language's own engine would refuse the value. */
    public boolean hasDestination() {
      return !Properties.isNothing(destination) && uncertainty(destination) == null;
    }

    /** False also when the language's own engine would refuse the value. */
    public boolean hasFormat() {
      return !Properties.isNothing(format) && uncertainty(format) == null;
    }

    /** Why the engine would refuse these settings, so that they are not known to be there. */
    public @Nullable Uncertainty uncertainty() {
      Uncertainty uncertainty = uncertainty(destination);
      return uncertainty == null ? uncertainty(format) : uncertainty;
    }

    private static @Nullable Uncertainty uncertainty(Value part) {
      return part instanceof Value.Unknown unknown && unknown.cause() == Cause.INVALID
          ? Uncertainty.about(unknown)
          : null;
    }
  }

  /** There may be some. */
  record Uncertain(Uncertainty uncertainty) implements AccessLog {}

  /** True when requests are logged: a destination and a format are both there. */
  default boolean isOn() {
    return this instanceof Written written && written.hasDestination() && written.hasFormat();
  }
}
