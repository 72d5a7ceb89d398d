package dev.iacguard.cli.report.sarif;

import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Note;
import dev.iacguard.cli.report.Rank;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.suggestion.Suggestions;
import dev.iacguard.core.edit.EditSet;
import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a finding in the form of SARIF. */
final class SarifResult {
  private static final int MOST_MEMBERS = 50;

  private final SarifPlaces places;
  private final Map<String, Integer> ruleIndexes;
  private final Report report;
  private final Json json;

  SarifResult(SarifPlaces places, Map<String, Integer> ruleIndexes, Report report, Json json) {
    this.places = places;
    this.ruleIndexes = ruleIndexes;
    this.report = report;
    this.json = json;
  }

  /** The members of a result. */
  void write(GroupedFinding group) {
    ReportedFinding lead = group.lead();
    Verdict verdict = lead.verdict();
    Finding finding = lead.finding();
    rule(verdict.rule().id());
    // What cannot be determined is an open question; SARIF gives only failures a level.
    boolean open = group.rank() == Rank.UNKNOWN;
    json.text("kind", open ? "open" : "fail")
        .text("level", open ? "none" : group.rank().label())
        .object("message", message -> message.text("text", SarifText.escaped(message(group))))
        .objects("locations", List.of(finding), this::location);
    fingerprint(lead.fingerprint());
    fix(group);
    codeFlow(finding);
    json.objects(
        "relatedLocations",
        related(group),
        related -> places.location(related.message(), related.at()));
    json.objects(
        "suppressions",
        lead.suppression() == null ? List.<Suppression>of() : List.of(lead.suppression()),
        this::suppression);
    if (lead.baselineState() != null) {
      json.text("baselineState", baselineState(lead.baselineState()));
    }
    json.object("properties", properties -> properties(group, properties));
  }

  private static void properties(GroupedFinding group, Json properties) {
    Verdict verdict = group.lead().verdict();
    properties
        .text("verdict", verdict.kind().label())
        .text("severity", group.lead().severity().label())
        .text("resource", verdict.subject().id())
        .text("stack", verdict.subject().stack());
    if (group.members().size() > 1) {
      properties
          .texts("rules", group.rules())
          .texts("resources", group.subjects().stream().map(Subject::id).distinct().toList());
    }
  }

  /**
   * The members of a result that no stack has.
   *
   * @param baselineState empty where there is nothing to compare with
   */
  void problem(Problem problem, Severity severity, String baselineState) {
    rule(problem.rule());
    json.text("kind", "fail")
        .text("level", level(severity))
        .object(
            "message",
            message ->
                message.text("text", SarifText.escaped(SarifRun.sentence(problem.message()))))
        .objects("locations", List.of(problem.at()), places::location)
        .objects("suppressions", List.<Suppression>of(), this::suppression);
    if (!baselineState.isEmpty()) {
      json.text("baselineState", baselineState);
    }
  }

  /**
   * The members of a result that was there before. It says of itself that it is none any more by
   * its kind, too, for those who do not know of earlier runs.
   *
   * @param stack the path of its folder or file from the root of the repository
   */
  void absent(BaselineFinding baselineFinding, String stack) {
    rule(baselineFinding.rule());
    json.text("kind", "pass")
        .text("level", "none")
        .object(
            "message",
            message ->
                message.text(
                    "text", SarifText.escaped("Fixed: " + baselineFinding.resource() + ".")))
        .objects("locations", List.of(stack), places::whole);
    fingerprint(baselineFinding.fingerprint());
    json.objects("suppressions", List.<Suppression>of(), this::suppression)
        .text("baselineState", "absent");
  }

  private void rule(String id) {
    json.text("ruleId", id);
    Integer index = ruleIndexes.get(id);
    if (index != null) {
      json.number("ruleIndex", index);
    }
  }

  private void fingerprint(String fingerprint) {
    json.object("partialFingerprints", prints -> prints.text("iacGuardFinding/v1", fingerprint));
  }

  private static String message(GroupedFinding group) {
    Verdict verdict = group.lead().verdict();
    String when = verdict.when().isEmpty() ? "" : " when " + verdict.when();
    int more = group.subjects().size() - 1;
    StringBuilder text = new StringBuilder(group.message()).append(when);
    text.append(" (").append(verdict.subject().id());
    text.append(more == 0 ? "" : " and " + more + " more").append(").");
    for (Note rule : Note.rules(group)) {
      text.append(' ').append(rule.name()).append(": ").append(SarifRun.sentence(rule.text()));
    }
    for (String help : group.helps()) {
      text.append(' ').append(SarifRun.sentence(capital(help)));
    }
    return text.toString();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** All edits of a finding are one fix: each alone would be none. */
  private void fix(GroupedFinding group) {
    @Nullable EditSet edits = Suggestions.of(group, report);
    if (edits != null) {
      json.objects("fixes", List.of(edits), fix -> places.changes(fix.edits()));
    }
  }

  private void location(Finding finding) {
    if (finding.label().isEmpty()) {
      places.location(finding.at());
    } else {
      places.location(finding.label(), finding.at());
    }
  }

  /** The way of the value that decided, from where it was written to where it is used. */
  private void codeFlow(Finding finding) {
    Origin origin = finding.value();
    List<Finding.Related> way = new ArrayList<>();
    for (Step step = origin == null ? null : origin.trail(); step != null; step = step.next()) {
      way.add(0, new Finding.Related(step.label(), step.at()));
    }
    if (way.isEmpty()) {
      return;
    }
    way.add(new Finding.Related(finding.message(), finding.at()));
    json.objects(
        "codeFlows",
        List.of(way),
        flow ->
            json.objects(
                "threadFlows",
                List.of(flow),
                thread -> json.objects("locations", thread, this::leg)));
  }

  private void leg(Finding.Related leg) {
    json.object("location", location -> places.location(leg.message(), leg.at()));
  }

  /** Each once, as the schema wants them; of a large group the first few. */
  private static Collection<Finding.Related> related(GroupedFinding group) {
    List<Finding.Related> all = new ArrayList<>(group.lead().finding().related());
    for (CallSite caller : group.lead().verdict().subject().callers()) {
      all.add(new Finding.Related("called through " + caller.label(), caller.at()));
    }
    for (ReportedFinding member :
        group.members().subList(0, Math.min(MOST_MEMBERS, group.members().size()))) {
      if (!member.fingerprint().equals(group.lead().fingerprint())) {
        String words = member.verdict().subject().id() + ": " + member.finding().message();
        all.add(new Finding.Related(words, member.finding().at()));
      }
    }
    Map<String, Finding.Related> unique = new LinkedHashMap<>();
    for (Finding.Related one : all) {
      String place = one.at().path() + ":" + one.at().start() + "-" + one.at().end();
      unique.putIfAbsent(one.message() + "\n" + place, one);
    }
    return unique.values();
  }

  private void suppression(Suppression suppression) {
    json.text("kind", suppression.kind() == Suppression.Kind.IN_SOURCE ? "inSource" : "external")
        .text("status", "accepted")
        .text("justification", suppression.reason())
        .object("location", location -> places.location(suppression.at()));
  }

  private static String baselineState(BaselineState baselineState) {
    return switch (baselineState) {
      case NEW -> "new";
      case WORSE -> "updated";
      case KNOWN -> "unchanged";
    };
  }

  static String level(Severity severity) {
    return severity == Severity.OFF ? "none" : severity.label();
  }
}
