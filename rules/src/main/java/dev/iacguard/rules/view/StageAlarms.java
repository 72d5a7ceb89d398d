package dev.iacguard.rules.view;

import dev.iacguard.core.rule.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * Decides which errors of a stage an alarm watches.
 *
 * @param sure those that an alarm is sure to watch
 * @param possible those and the ones that an alarm may watch, which may be about something else
 * @param uncertainty about the first alarm that may be about something else; null when there is
 *     none
 * @param misspelt the first metric of such an alarm that API Gateway does not publish; null when
 *     there is none
 * @param unseen true when there may be alarms that the code does not show
 */
public record StageAlarms(
    Errors sure,
    Errors possible,
    @Nullable Uncertainty uncertainty,
    @Nullable MisspeltMetric misspelt,
    boolean unseen) {

  /** With errors that other alarms are sure to watch. */
  StageAlarms and(Errors more) {
    return new StageAlarms(
        sure.and(more.client(), more.server()),
        possible.and(more.client(), more.server()),
        uncertainty,
        misspelt,
        unseen);
  }

  /**
   * Kinds of errors.
   *
   * @param client errors of callers
   * @param server errors of the API or what is behind it
   */
  public record Errors(boolean client, boolean server) {
    static final Errors NONE = new Errors(false, false);

    Errors and(boolean moreClient, boolean moreServer) {
      return new Errors(client || moreClient, server || moreServer);
    }
  }
}
