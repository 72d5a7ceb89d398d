package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.LogCost;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.PriceList;
import dev.iacguard.rules.policy.Prices;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.LineSize;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.List;

/** Checks that a log line stays within the size that the policy budgets for. */
public final class LogFormatCostly extends LogFormatRule {
  private static final int MOST_SHOWN = 3;

  LogFormatCostly() {
    super("IG402", "log-format-costly", "Access log format exceeds the size budget", Severity.NOTE);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    Integer budget = policy.cost().bytesPerRequest();
    if (budget == null) {
      return Outcome.notApplicable();
    }
    LineSize size = format.size();
    if (size.bytes() <= budget) {
      return format.complete()
          ? Outcome.pass()
          : Words.cannotTell("what the access log costs", format.uncertainties().get(0));
    }
    return Outcome.fail(
        Finding.of(
                "access log writes about "
                    + size.bytes()
                    + " bytes per request, more than "
                    + budget
                    + price(size.bytes(), policy),
                format.at().at())
            .labelled("most for " + Words.list(costliest(size)))
            .because(format.at())
            .helped("remove fields that nobody reads"));
  }

  private static List<String> costliest(LineSize size) {
    return size.fields().stream()
        .limit(MOST_SHOWN)
        .map(field -> field.variable() + " (" + field.bytes() + ')')
        .toList();
  }

  /** In words, or nothing when nothing is said of the number of requests. */
  private static String price(int bytes, Policy policy) {
    Long requests = policy.cost().requestsPerMonth();
    if (requests == null) {
      return "";
    }
    Prices own = policy.cost().prices();
    LogCost cost = LogCost.of(bytes, requests, 0, own == null ? PriceList.BUILT_IN : own);
    return ": " + cost.gigabytes() + " GB and $" + cost.ingestion() + " a month to ingest";
  }
}
