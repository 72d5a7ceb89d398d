package dev.iacguard.core.engine.fix;

import dev.iacguard.core.rule.Verdict;
import java.util.Comparator;

/** What a verdict is about: it stays the same when the code is edited. */
public record VerdictKey(String rule, String stack, String kind, String subject) {

  static final Comparator<VerdictKey> ORDER =
      Comparator.comparing(VerdictKey::stack)
          .thenComparing(VerdictKey::rule)
          .thenComparing(VerdictKey::kind)
          .thenComparing(VerdictKey::subject);

  static VerdictKey of(Verdict verdict) {
    return new VerdictKey(
        verdict.rule().id(),
        verdict.subject().stack(),
        verdict.subject().kind(),
        verdict.subject().id());
  }
}
