package dev.iacguard.core.rule;

import dev.iacguard.core.rule.Worlds.Case;
import dev.iacguard.core.rule.Worlds.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one verdict out of what a rule says in each world. */
public final class Judge {
  /** More open questions than this on one subject are not told apart. */
  private static final int MOST_WORLDS = 256;

  private Judge() {}

  /**
   * All worlds fail: fail. Some fail: conditional, with their conditions. None fails and some
   * cannot be told: unknown. Worlds in which the rule does not apply do not count.
   */
  public static Verdict judge(RuleInfo rule, Subject subject, Function<World, Outcome> question) {
    Cases<Outcome> worlds = Worlds.explore(MOST_WORLDS, question);
    List<Case<Outcome>> failing = new ArrayList<>();
    List<Case<Outcome>> others = new ArrayList<>();
    @Nullable Finding failure = null;
    @Nullable Finding doubt = null;
    boolean passes = false;
    for (Case<Outcome> world : worlds.cases()) {
      switch (world.answer()) {
        case Outcome.NotApplicable skipped -> {}
        case Outcome.Fail fail -> {
          failing.add(world);
          failure = failure == null ? fail.finding() : failure;
        }
        case Outcome.Unknown unknown -> {
          others.add(world);
          doubt = doubt == null ? unknown.finding() : doubt;
        }
        case Outcome.Pass pass -> {
          others.add(world);
          passes = true;
        }
      }
    }
    if (failure != null) {
      if (others.isEmpty() && worlds.complete()) {
        return new Verdict(rule, subject, Verdict.Kind.FAIL, "", failure);
      }
      When when = When.of(failing, others);
      Verdict.Kind kind = when.spelledOut() ? Verdict.Kind.CONDITIONAL : Verdict.Kind.UNKNOWN;
      return new Verdict(rule, subject, kind, when.words(), failure);
    }
    if (doubt != null) {
      return new Verdict(rule, subject, Verdict.Kind.UNKNOWN, "", doubt);
    }
    Verdict.Kind kind = passes ? Verdict.Kind.PASS : Verdict.Kind.NOT_APPLICABLE;
    return new Verdict(rule, subject, kind, "", null);
  }
}
