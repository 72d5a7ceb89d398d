package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Uncertainty;
import java.util.List;

/** Phrases that several findings share. */
final class Words {
  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /**
   * A setting to paste, in the syntax of the file: {@code retention_in_days = 365}.
   *
   * @param path the file that it is for
   */
  static String setting(String path, String name, Object value) {
    return Syntax.of(path, name).setting(name, value);
  }

  /**
   * The outcome for a question that a uncertainty keeps open.
   *
   * @param question completes "cannot tell …"
   */
  static Outcome cannotTell(String question, Uncertainty uncertainty) {
    return Outcome.unknown(openQuestion(question, uncertainty));
  }

  /** The finding of that outcome. */
  static Finding openQuestion(String question, Uncertainty uncertainty) {
    return Finding.of(
            "cannot tell " + question + ": " + uncertainty.reason(), uncertainty.origin().at())
        .because(uncertainty.origin())
        .helped(uncertainty.remedy())
        .rootedIn(uncertainty.rootCause());
  }
}
