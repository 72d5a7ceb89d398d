package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/** The access log settings of a stage. */
public sealed interface AccessLog {

  /**
   * There are none.
   *
   * @param written true when the code writes that there are none
   * @param at where it does; otherwise the resource's header
   */
  record Absent(boolean written, Origin at) implements AccessLog {}

  /**
   * There are some.
   *
   * @param destination null-valued or empty when it is missing
   * @param format null-valued or empty when it is missing; otherwise only told apart from that,
   *     {@link Stage#format()} reads it
   * @param at the settings
   */
  record Written(Value destination, Value format, Origin at) implements AccessLog {

    /** False also when the language's own engine would refuse the value. */
    public boolean hasDestination() {
      return !Properties.isNothing(destination) && doubt(destination) == null;
    }

    /** False also when the language's own engine would refuse the value. */
    public boolean hasFormat() {
      return !Properties.isNothing(format) && doubt(format) == null;
    }

    /** Why the engine would refuse these settings, so that they are not known to be there. */
    public @Nullable Doubt doubt() {
      Doubt doubt = doubt(destination);
      return doubt == null ? doubt(format) : doubt;
    }

    private static @Nullable Doubt doubt(Value part) {
      return part instanceof Value.Unknown unknown && unknown.cause() == Cause.INVALID
          ? Doubt.about(unknown)
          : null;
    }
  }

  /** There may be some. */
  record Uncertain(Doubt doubt) implements AccessLog {}

  /** True when requests are logged: a destination and a format are both there. */
  default boolean isOn() {
    return this instanceof Written written && written.hasDestination() && written.hasFormat();
  }
}
