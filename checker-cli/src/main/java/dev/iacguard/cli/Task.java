package dev.iacguard.cli;

import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Exceptions;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.rule.RulePack;
import java.util.List;

/**
 * What is to be judged, and by what.
 *
 * @param terms what exceptions are held against
 */
record Task(Request request, RulePack rules, Screening.Terms terms, Progress progress) {

  Screening screen(List<Alert> alerts, CheckResult result) {
    return Exceptions.apply(alerts, result, terms, request::inTree);
  }
}
