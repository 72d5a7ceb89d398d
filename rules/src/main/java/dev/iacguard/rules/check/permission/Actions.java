package dev.iacguard.rules.check.permission;

import dev.iacguard.core.model.Value;
import dev.iacguard.rules.iam.PolicyDocument;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.policy.Glob;
import dev.iacguard.rules.policy.Glob.Match;
import java.util.List;
import java.util.Locale;

/** Matches the actions of an IAM statement. IAM compares them without case. */
public record Actions(Statement statement) {

  /** True when nothing in the document's statements is left open. */
  public static boolean areKnown(PolicyDocument document) {
    return document.complete() && document.statements().stream().allMatch(Actions::isKnown);
  }

  private static boolean isKnown(Statement statement) {
    return statement.certain()
        && statement.actions().stream().allMatch(action -> action.known() != null)
        && statement.excluded().stream().allMatch(action -> action.known() != null)
        && statement.services().stream().allMatch(service -> service.known() != null);
  }

  /** True when the statement is sure to speak of this action. */
  public boolean speaksOf(String action) {
    return statement.exceptActions()
        ? statement.certain() && match(statement.excluded(), action) == Match.NO
        : match(statement.actions(), action) == Match.YES;
  }

  /** True when the statement may speak of this action. */
  boolean maySpeakOf(String action) {
    return statement.exceptActions()
        ? match(statement.excluded(), action) != Match.YES
        : match(statement.actions(), action) != Match.NO;
  }

  private static Match match(List<Value.Text> patterns, String action) {
    String wanted = action.toLowerCase(Locale.ROOT);
    Match best = Match.NO;
    for (Value.Text pattern : patterns) {
      String known = pattern.known();
      if (known == null) {
        best = Match.PERHAPS;
      } else {
        Value.Text text = Value.Text.of(wanted, pattern.origin());
        if (Glob.match(known.toLowerCase(Locale.ROOT), text) == Match.YES) {
          return Match.YES;
        }
      }
    }
    return best;
  }
}
