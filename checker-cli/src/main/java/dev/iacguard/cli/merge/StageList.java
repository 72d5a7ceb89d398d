package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stages of many reports, each once. Reports of one repository may name the same stage: the
 * latest says what it is like, and of the same day the worst. A report that names no repository is
 * one of its own.
 */
final class StageList {
  private static final Comparator<MergedStage> WORST_FIRST =
      Comparator.comparing(MergedStage::compliance, Comparator.reverseOrder())
          .thenComparing(stage -> stage.rules().size(), Comparator.reverseOrder())
          .thenComparing(MergedStage::repository)
          .thenComparing(MergedStage::stack)
          .thenComparing(MergedStage::id)
          .thenComparing(MergedStage::report);

  private final Map<Key, Dated> stages = new HashMap<>();
  private int added;

  private record Key(String repository, String stack, String id) {}

  private record Dated(LocalDate day, MergedStage stage) {
    Dated or(Dated other) {
      int later = day.compareTo(other.day);
      return later > 0 || (later == 0 && WORST_FIRST.compare(stage, other.stage) <= 0)
          ? this
          : other;
    }
  }

  void add(ReadReport report) {
    // No repository begins with a line end.
    String repository = report.named() ? report.repository() : "\n" + report.name();
    for (MergedStage stage : report.stages()) {
      stages.merge(
          new Key(repository, stage.stack(), stage.id()),
          new Dated(report.day(), stage),
          Dated::or);
      added++;
    }
  }

  List<MergedStage> worstFirst() {
    return stages.values().stream().map(Dated::stage).sorted(WORST_FIRST).toList();
  }

  /** How many entries another one replaced. */
  int replaced() {
    return added - stages.size();
  }
}
