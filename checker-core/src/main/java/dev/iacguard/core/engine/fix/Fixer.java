package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditSet;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the fixes of findings. An edit is kept only when its finding is gone, or says less,
 * and no verdict of any stack got worse.
 */
public final class Fixer {
  private static final int ROUNDS = 10;

  /** How often a change that did not help is tried. */
  private static final int MOST_TRIES = 2;

  /** How often a round may judge the tree again to find out which edits make it worse. */
  private static final int MOST_JUDGED = 24;

  private final GivenValues given;
  private final Predicate<ReportedFinding> wanted;
  private final Function<String, @Nullable String> refusal;
  private final Function<Map<String, String>, Judged> judge;
  private final Map<VerdictKey, Withheld> withheld = new LinkedHashMap<>();
  private final Map<VerdictKey, Integer> refused = new HashMap<>();
  private final Map<String, String> originals = new HashMap<>();
  private final Map<VerdictKey, ReportedFinding> fixed = new LinkedHashMap<>();

  /**
   * @param wanted which findings are to be fixed
   * @param refusal why a file may not be changed, by the path as shown; null when it may
   * @param judge judges the tree with other texts, by path as shown
   */
  public Fixer(
      GivenValues given,
      Predicate<ReportedFinding> wanted,
      Function<String, @Nullable String> refusal,
      Function<Map<String, String>, Judged> judge) {
    this.given = given;
    this.wanted = wanted;
    this.refusal = refusal;
    this.judge = judge;
  }

  /**
   * Fixes findings. If new log lines make stages differ that did not before, it tries other lines
   * and keeps those with the fewest new findings.
   */
  public FixResult fix(Judged start) {
    FixResult best = fix(start, Following.OBJECTS);
    for (Following other : List.of(Following.ALL, Following.NONE)) {
      if (!NewFindings.haveTreeFinding(best)) {
        return best;
      }
      FixResult result = fix(start, other);
      if (NewFindings.areFewer(result, best)) {
        best = result;
      }
    }
    return best;
  }

  /** What an edit makes possible, or necessary, the next round can do. */
  private FixResult fix(Judged start, Following following) {
    FixResult result = rounds(start, following, true);
    boolean worse =
        !new Comparison(start.result(), result.after().result(), false).worse().isEmpty();
    return worse ? rounds(start, following, false) : result;
  }

  /**
   * What is found because of an edit is to be fixed too, whatever its rule.
   *
   * @param lenient whether the next round may have to fix what one brings
   */
  private FixResult rounds(Judged start, Following following, boolean lenient) {
    withheld.clear();
    refused.clear();
    originals.clear();
    fixed.clear();
    CandidateFinder finder =
        finder(following, finding -> wanted.test(finding) || !start.has(finding));
    Map<String, String> texts = Map.of();
    Judged now = start;
    int edits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Candidate> candidates = candidates(finder, now);
      List<Candidate> first = formatsFirst(candidates);
      Round done = round(now, texts, first, lenient);
      if (done.edits == 0 && first.size() < candidates.size()) {
        done = round(now, texts, candidates(finder, now), lenient);
      }
      if (done.edits == 0) {
        break;
      }
      done.applied.forEach(this::keep);
      edits += done.edits;
      texts = done.texts;
      now = done.judged;
    }
    Set<VerdictKey> open = now.keys();
    withheld.keySet().retainAll(open);
    Map<VerdictKey, ReportedFinding> original = new HashMap<>();
    start.findings().forEach(each -> original.putIfAbsent(VerdictKey.of(each.verdict()), each));
    List<Withheld> left = new ArrayList<>();
    withheld.forEach(
        (key, each) ->
            left.add(new Withheld(original.getOrDefault(key, each.finding()), each.reason())));
    fixed.keySet().removeAll(open);
    Map<String, EditedText> edited = new TreeMap<>();
    texts.forEach(
        (path, text) -> edited.put(path, new EditedText(originals.getOrDefault(path, text), text)));
    return new FixResult(start, now, edited, edits, List.copyOf(fixed.values()), List.copyOf(left));
  }

  /**
   * What each finding takes, every time as an edit of the code as it is. Those that clash are
   * judged one after the other. What cannot be fixed at once is left out, and so is what a
   * correction of the same string may make needless.
   *
   * @return all edits of a finding, by its fingerprint
   */
  public Map<String, List<Edit>> suggest(Judged start) {
    Map<String, List<Edit>> suggestions = new LinkedHashMap<>();
    List<Candidate> left = candidates(finder(Following.OBJECTS, wanted), start);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      List<Candidate> applied = round(start, Map.of(), left, false).applied;
      applied.forEach(each -> suggestions.put(each.finding().fingerprint(), each.edits()));
      Set<Span> corrected =
          applied.stream()
              .filter(Candidate::corrects)
              .flatMap(Candidate::strings)
              .collect(Collectors.toSet());
      left =
          left.stream()
              .filter(each -> !applied.contains(each) && !refused.containsKey(each.key()))
              .filter(each -> each.strings().noneMatch(corrected::contains))
              .toList();
    }
    return suggestions;
  }

  private CandidateFinder finder(Following following, Predicate<ReportedFinding> which) {
    return new CandidateFinder(given, following, which, refusal, this::withhold);
  }

  /** New formats wait until those that they may follow are as they will be. */
  private static List<Candidate> formatsFirst(List<Candidate> candidates) {
    List<Candidate> changes = candidates.stream().filter(Candidate::changesFormat).toList();
    boolean wait =
        !changes.isEmpty()
            && candidates.stream().anyMatch(each -> NewLines.isIn(each.intentions()));
    return wait ? changes : candidates;
  }

  private List<Candidate> candidates(CandidateFinder finder, Judged now) {
    return finder.of(now).stream()
        .filter(each -> refused.getOrDefault(each.key(), 0) < MOST_TRIES)
        .toList();
  }

  /**
   * @param edits how many there are
   */
  private record Round(
      Judged judged, Map<String, String> texts, List<Candidate> applied, int edits) {}

  private Round round(
      Judged now, Map<String, String> texts, List<Candidate> candidates, boolean lenient) {
    List<Candidate> kept = new ArrayList<>(candidates);
    int judged = 0;
    while (!kept.isEmpty()) {
      EditSet edits = new EditSet();
      List<Candidate> applied = apply(kept, edits);
      Map<String, String> edited = new LinkedHashMap<>(texts);
      edited.putAll(edits.texts());
      Judged then = judge.apply(edited);
      judged++;
      Comparison comparison = new Comparison(now.result(), then.result(), lenient);
      List<Candidate> bad = bad(applied, comparison, judged > MOST_JUDGED);
      if (bad.isEmpty()) {
        return new Round(then, edited, applied, edits.edits().size());
      }
      kept = new ArrayList<>(kept);
      kept.removeAll(bad);
    }
    return new Round(now, texts, List.of(), 0);
  }

  private void keep(Candidate applied) {
    fixed.put(applied.key(), applied.finding());
    applied.edits().forEach(edit -> originals.putIfAbsent(edit.file().path(), edit.file().text()));
  }

  /** Those that fit together, corrections first. */
  private static List<Candidate> apply(List<Candidate> candidates, EditSet edits) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparing(candidate -> !candidate.corrects()));
    Map<Span, Candidate> strings = new HashMap<>();
    List<Candidate> applied = new ArrayList<>();
    for (Candidate candidate : sorted) {
      boolean free =
          candidate
              .strings()
              .map(strings::get)
              .filter(Objects::nonNull)
              .allMatch(other -> other.edits().equals(candidate.edits()));
      if (free && edits.add(candidate.edits())) {
        candidate.strings().forEach(at -> strings.putIfAbsent(at, candidate));
        applied.add(candidate);
      }
    }
    return applied;
  }

  /**
   * The candidates to do without: those that change nothing for the better, else one of the stack
   * that got worse.
   *
   * @param all whether to give up all of that stack
   */
  private List<Candidate> bad(List<Candidate> applied, Comparison comparison, boolean all) {
    List<Candidate> useless = new ArrayList<>();
    for (Candidate candidate : applied) {
      if (!comparison.isBetter(candidate.key())) {
        useless.add(candidate);
        refuse(candidate, 1, "the change would not fix it");
      }
    }
    if (!useless.isEmpty()) {
      return useless;
    }
    List<Candidate> bad = new ArrayList<>();
    for (Comparison.Worse worse : comparison.worse()) {
      List<Candidate> suspects = applied.stream().filter(each -> each.concerns(worse)).toList();
      suspects = suspects.isEmpty() ? applied : suspects;
      List<Candidate> out = all ? suspects : List.of(suspects.getLast());
      out.stream()
          .filter(each -> !bad.contains(each))
          .forEach(
              each -> {
                refuse(each, MOST_TRIES, "the change would bring " + worse.reason());
                bad.add(each);
              });
    }
    return bad;
  }

  private void withhold(ReportedFinding finding, String reason) {
    withheld.put(VerdictKey.of(finding.verdict()), new Withheld(finding, reason));
  }

  /**
   * Of a change that was tried.
   *
   * @param tries how many it counts for; what did not help may do so beside what is fixed by then
   */
  private void refuse(Candidate candidate, int tries, String reason) {
    refused.merge(candidate.key(), tries, Integer::sum);
    withhold(candidate.finding(), reason);
  }
}
