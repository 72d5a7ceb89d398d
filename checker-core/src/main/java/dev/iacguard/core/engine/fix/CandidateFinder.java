package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edits that should fix findings.
 *
 * @param wanted which findings are to be fixed
 * @param tries takes the findings without edits, and knows the changes that are not tried again
 */
record CandidateFinder(
    GivenValues given, Predicate<ReportedFinding> wanted, EditedTree tree, Tries tries) {

  List<Candidate> of(Judged now) {
    List<IntentionWriter> languages = EditedLanguages.writers();
    AgreedTags agreed = new AgreedTags(now.result());
    UsualLines usual = UsualLines.of(now.result(), tree::inTree);
    List<Candidate> candidates = new ArrayList<>();
    for (ReportedFinding finding : now.findings()) {
      boolean sure =
          finding.verdict().kind() == Verdict.Kind.FAIL
              || finding.verdict().kind() == Verdict.Kind.CONDITIONAL;
      boolean open = sure && finding.suppression() == null && wanted.test(finding);
      if (!open || !tries.mayTry(finding)) {
        continue;
      }
      Fix fix = finding.finding().fix();
      switch (fix) {
        case null -> tries.withhold(finding, "there is no automatic fix for this finding");
        case Fix.Withheld it -> tries.withhold(finding, it.reason());
        case Fix.Change change -> {
          @Nullable Candidate candidate = candidate(finding, change, usual, agreed, languages);
          if (candidate != null) {
            candidates.add(candidate);
          }
        }
      }
    }
    return candidates;
  }

  private @Nullable Candidate candidate(
      ReportedFinding finding,
      Fix.Change change,
      UsualLines usual,
      AgreedTags agreed,
      List<IntentionWriter> languages) {
    String stack = finding.verdict().subject().stack();
    GivenValues known = given.agreeing(agreed.of(stack));
    if (NewLines.isIn(change.intentions())) {
      String path = change.intentions().getFirst().at().path();
      known = known.logging(usual.near(stack, path));
    }
    Set<String> missing = new TreeSet<>();
    for (Intention intention : change.intentions()) {
      missing.addAll(known.missing(intention));
    }
    if (!missing.isEmpty()) {
      List<String> options = missing.stream().map(key -> "--set " + key + "=…").toList();
      tries.withhold(finding, "give " + String.join(" ", options));
      return null;
    }
    return switch (edits(change.intentions(), known, languages)) {
      case EditResult.Impossible it -> {
        tries.withhold(finding, it.reason());
        yield null;
      }
      case EditResult.Edits it -> new Candidate(finding, change.intentions(), it.edits());
    };
  }

  private EditResult edits(
      List<Intention> intentions, GivenValues known, List<IntentionWriter> languages) {
    Map<IntentionWriter, List<Intention>> byLanguage = new LinkedHashMap<>();
    for (Intention intention : intentions) {
      SourceFile file = intention.at().file();
      @Nullable String reason = tree.refusal(file.path());
      @Nullable IntentionWriter writer =
          languages.stream().filter(each -> each.writes(file)).findFirst().orElse(null);
      if (reason != null || writer == null) {
        return EditResult.impossible(
            reason == null ? "files such as " + file.name() + " are not edited" : reason);
      }
      byLanguage.computeIfAbsent(writer, each -> new ArrayList<>()).add(known.fill(intention));
    }
    List<EditResult> results = new ArrayList<>();
    byLanguage.forEach((writer, own) -> results.add(writer.edits(own)));
    return EditResult.all(results);
  }
}
