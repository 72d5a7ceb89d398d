package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The edits that were made so far, and the tree with them. */
final class AppliedEdits {
  private final Judged start;
  private final Map<String, String> originals = new HashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private List<Candidate> candidates = new ArrayList<>();
  private List<Edit> edits = new ArrayList<>();
  private Judged now;

  AppliedEdits(Judged start) {
    this.start = start;
    this.now = start;
  }

  /** The tree with the edits as it was judged last. */
  Judged now() {
    return now;
  }

  /** The names of all stacks. */
  List<String> stacks() {
    return now.result().apart().stream().map(StackReport::stack).toList();
  }

  /** Of the files with edits, by path as shown. */
  Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  /** The tree with the edits, judged again. */
  void judged(Judged again) {
    now = again;
  }

  void add(Trial.Passed passed) {
    passed.edits().forEach(edit -> originals.putIfAbsent(edit.file().path(), edit.file().text()));
    candidates.addAll(passed.applied());
    edits.addAll(passed.edits());
    texts.putAll(passed.texts());
    now = passed.judged();
  }

  /** How the tree differs from the one at the start. */
  Comparison sinceStart() {
    return new Comparison(start.result(), now.result(), stack -> false);
  }

  /**
   * Takes back all edits of the files whose edits may have made something worse. Has to be judged
   * again.
   *
   * @return the changes that are undone
   */
  List<Candidate> remove(Comparison.Worse worse, Comparison comparison) {
    Set<String> files =
        comparison.suspects(worse, candidates).stream()
            .flatMap(each -> each.edits().stream())
            .map(edit -> edit.file().path())
            .collect(Collectors.toSet());
    List<Candidate> undone = candidates.stream().filter(each -> each.isIn(files)).toList();
    candidates = new ArrayList<>(candidates);
    candidates.removeIf(each -> each.isIn(files));
    edits = new ArrayList<>(edits);
    edits.removeIf(edit -> files.contains(edit.file().path()));
    texts.keySet().removeAll(files);
    return undone;
  }

  FixResult result(Tries tries, FixWork work) {
    Set<VerdictKey> open = now.keys();
    Map<VerdictKey, ReportedFinding> original = new HashMap<>();
    start.findings().forEach(each -> original.putIfAbsent(VerdictKey.of(each.verdict()), each));
    List<Withheld> left =
        tries.left(open).stream()
            .map(each -> each.of(original.getOrDefault(each.key(), each.finding())))
            .toList();
    Map<VerdictKey, ReportedFinding> fixed = new LinkedHashMap<>();
    candidates.stream()
        .filter(each -> !open.contains(each.key()))
        .forEach(each -> fixed.put(each.key(), each.finding()));
    Map<String, EditedText> edited = new TreeMap<>();
    texts.forEach(
        (path, text) -> edited.put(path, new EditedText(originals.getOrDefault(path, text), text)));
    return new FixResult(
        start, now, edited, edits.size(), List.copyOf(fixed.values()), left, work.judged());
  }
}
