package dev.iacguard.core.engine.suppression;

import dev.iacguard.core.engine.StackPath;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;

/**
 * What a valid suppression says of one rule.
 *
 * @param scope what it speaks for
 */
record SuppressionRule(RuleInfo rule, Scope scope, Suppression suppression) {

  /** What an exception speaks for. */
  sealed interface Scope {
    boolean covers(Verdict verdict, Finding finding);

    /** Whether it speaks for a file that could not be analysed. */
    default boolean covers(Problem problem) {
      return false;
    }
  }

  /** What is found or declared in a piece of code, or made by a call in it. */
  record Code(Span piece) implements Scope {

    @Override
    public boolean covers(Verdict verdict, Finding finding) {
      if (holds(finding.at()) || holds(verdict.declared())) {
        return true;
      }
      for (CallSite caller : verdict.subject().callers()) {
        if (holds(caller.at())) {
          return true;
        }
      }
      return false;
    }

    /** A file may have been read more than once. */
    private boolean holds(Span span) {
      return span.start() >= piece.start()
          && span.start() < piece.end()
          && span.path().equals(piece.path());
    }
  }

  /** What the policy names. */
  record Named(ResourceGlob resource, PathPattern path) implements Scope {

    @Override
    public boolean covers(Verdict verdict, Finding finding) {
      return resource.matches(verdict.subject().id())
          && (path.matches(StackPath.of(verdict.subject().stack()))
              || path.matches(finding.at().path())
              || path.matches(verdict.declared().path()));
    }

    @Override
    public boolean covers(Problem problem) {
      return path.matches(problem.at().path());
    }
  }
}
