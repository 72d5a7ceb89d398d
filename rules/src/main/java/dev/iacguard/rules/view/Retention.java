package dev.iacguard.rules.view;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.view.value.Properties;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A log group's retention as declared. */
public sealed interface Retention {

  Origin at();

  record Days(int days, Origin at) implements Retention {}

  /** One day, because of the log group's class; what retention it sets is ignored. */
  record OneDay(Origin at) implements Retention {}

  /**
   * For ever.
   *
   * @param how why it is forever
   */
  record Never(How how, Origin at) implements Retention {}

  /** Ways to keep events forever. */
  enum How {
    /** The log group says nothing of it. */
    NOT_SET,
    /** It says that nothing is set. */
    SET_TO_NOTHING,
    SET_TO_ZERO
  }

  /** Something that is no number of days. */
  record Unusable(String text, Origin at) implements Retention {}

  record Uncertain(Uncertainty uncertainty) implements Retention {
    @Override
    public Origin at() {
      return uncertainty.origin();
    }
  }

  /**
   * @param written whether the log group says anything of it
   */
  static Retention of(Value value, boolean written) {
    Value.Unknown unknown = Properties.whollyUnknown(value);
    if (unknown != null) {
      return new Uncertain(Uncertainty.about(unknown));
    }
    if (Properties.isNothing(value)) {
      return new Never(written ? How.SET_TO_NOTHING : How.NOT_SET, value.origin());
    }
    BigInteger days = Numbers.whole(value);
    if (days == null || days.signum() < 0 || days.bitLength() >= Integer.SIZE) {
      return new Unusable(words(value), value.origin());
    }
    return days.signum() == 0
        ? new Never(How.SET_TO_ZERO, value.origin())
        : new Days(days.intValue(), value.origin());
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Text text when text.known() != null && !text.origin().sensitive() ->
          '"' + text.known() + '"';
      default -> "this";
    };
  }

  /** The days when it is a number of them, otherwise null. */
  default @Nullable Integer inDays() {
    return switch (this) {
      case Days days -> days.days();
      case OneDay day -> 1;
      default -> null;
    };
  }
}
