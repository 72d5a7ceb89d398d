package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.Retention;
import dev.iacguard.rules.view.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Collects the inputs whose default decides what is said of a stage: that it exists, whether it
 * logs, what and where to, and how long that is kept.
 */
final class DefaultsUsed {
  private DefaultsUsed() {}

  /**
   * @param leadsTo where the access log goes, or null when there is none
   */
  static ValueMarks of(Stage stage, AccessLog log, @Nullable Destination leadsTo) {
    ValueMarks valueMarks = stage.resource().attributes().existence();
    return switch (log) {
      case AccessLog.Absent absent -> valueMarks.and(absent.at().valueMarks());
      case AccessLog.Uncertain uncertain ->
          valueMarks.and(uncertain.uncertainty().origin().valueMarks());
      case AccessLog.Written written ->
          valueMarks
              .and(written.at().valueMarks())
              .and(written.destination().origin().valueMarks())
              .and(written.format().origin().valueMarks())
              .and(of(leadsTo));
    };
  }

  private static ValueMarks of(@Nullable Destination destination) {
    if (!(destination instanceof Destination.LogGroup log)) {
      return ValueMarks.NONE;
    }
    Resource group = log.group().resource();
    Retention retention = log.group().retention();
    return group.attributes().existence().and(retention.at().valueMarks());
  }
}
