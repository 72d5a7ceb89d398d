package dev.iacguard.rules;

import dev.iacguard.core.model.Marks;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.Retention;
import dev.iacguard.rules.view.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The inputs whose default is behind what is said of a stage: that it is there, whether it logs,
 * what and where to, and how long that is kept.
 */
final class DefaultsUsed {
  private DefaultsUsed() {}

  /**
   * @param leadsTo where the access log goes, or null when there is none
   */
  static Marks of(Stage stage, AccessLog log, @Nullable Destination leadsTo) {
    Marks marks = stage.resource().attributes().existence();
    return switch (log) {
      case AccessLog.Absent absent -> marks.and(absent.at().marks());
      case AccessLog.Uncertain uncertain -> marks.and(uncertain.doubt().origin().marks());
      case AccessLog.Written written ->
          marks
              .and(written.at().marks())
              .and(written.destination().origin().marks())
              .and(written.format().origin().marks())
              .and(of(leadsTo));
    };
  }

  private static Marks of(@Nullable Destination destination) {
    if (!(destination instanceof Destination.LogGroup log)) {
      return Marks.NONE;
    }
    Resource group = log.group().resource();
    Retention retention = log.group().retention();
    return group.attributes().existence().and(retention.at().marks());
  }
}
