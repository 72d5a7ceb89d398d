package dev.iacguard.core.engine.fix;

import dev.iacguard.core.rule.report.StackReport;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges trials and bounds how much: in all, each stack about ten times. A tree of few stacks may
 * be judged more often.
 */
final class FixWork {
  private static final int MOST_TIMES = 10;
  private static final int FEW = 100;

  /** What a judgement costs beside the stacks that it judges: one in so many of all stacks. */
  private static final int SHARE = 20;

  private final EditedTree tree;
  private final long most;
  private Set<StackReport> known;
  private long used;
  private int judged;

  /**
   * @param factor how many times the usual work is allowed
   */
  FixWork(EditedTree tree, Judged start, int factor) {
    this.tree = tree;
    this.known = Comparison.reports(start.result());
    this.most = (MOST_TIMES * (long) known.size() + FEW) * factor;
  }

  Judged judge(Map<String, String> texts) {
    return counted(texts, tree::judge);
  }

  Judged judgeWhole(Map<String, String> texts) {
    return counted(texts, tree::judgeWhole);
  }

  private Judged counted(Map<String, String> texts, Function<Map<String, String>, Judged> judge) {
    Judged then = judge.apply(texts);
    Set<StackReport> reports = Comparison.reports(then.result());
    int anew = (int) reports.stream().filter(report -> !known.contains(report)).count();
    known = reports;
    judged += anew;
    used += anew + 1 + reports.size() / SHARE;
    return then;
  }

  boolean isUsedUp() {
    return used >= most;
  }

  /** How many stacks were judged, each as often as it was. */
  int judged() {
    return judged;
  }
}
