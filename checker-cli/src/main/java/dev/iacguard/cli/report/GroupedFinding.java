package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.HelpTexts;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Findings with one cause, which people need to read only once: a value that several rules wait
 * for, or a piece of code that is wrong in the same way for many instances, callers and stacks.
 *
 * @param lead the cause, or else the first of the most urgent
 * @param members all of them, the lead among them
 */
public record GroupedFinding(ReportedFinding lead, List<ReportedFinding> members, Rank rank)
    implements ReportItem {

  /** A group of findings that are known to have the same cause. */
  public static GroupedFinding of(List<ReportedFinding> members) {
    ReportedFinding lead = members.get(0);
    Rank rank = Rank.of(lead);
    for (ReportedFinding member : members) {
      Rank own = Rank.of(member);
      if (own.compareTo(rank) < 0) {
        rank = own;
      }
      if (precedes(member, lead)) {
        lead = member;
      }
    }
    return new GroupedFinding(lead, List.copyOf(members), rank);
  }

  private static boolean precedes(ReportedFinding one, ReportedFinding other) {
    if (leads(one) != leads(other)) {
      return leads(one);
    }
    int order = Rank.of(one).compareTo(Rank.of(other));
    order = order != 0 ? order : rule(one).compareTo(rule(other));
    if (order == 0) {
      Span at = one.finding().at();
      Span its = other.finding().at();
      order = at.path().compareTo(its.path());
      order = order != 0 ? order : Integer.compare(at.start(), its.start());
    }
    return order < 0;
  }

  private static boolean leads(ReportedFinding finding) {
    RootCause cause = finding.finding().rootCause();
    return cause != null && cause.leads();
  }

  private static String rule(ReportedFinding finding) {
    return finding.verdict().rule().id();
  }

  /** All that it is said of, each once. */
  public List<Subject> subjects() {
    LinkedHashSet<Subject> subjects = new LinkedHashSet<>();
    subjects.add(lead.verdict().subject());
    members.forEach(member -> subjects.add(member.verdict().subject()));
    return List.copyOf(subjects);
  }

  /** What to do, as its own rule says it: that may differ from one resource to another. */
  public List<String> helps() {
    HelpTexts helps = new HelpTexts();
    helps.add(lead.finding().help(), lead.verdict().subject());
    for (ReportedFinding member : members) {
      if (rule(member).equals(rule())) {
        helps.add(member.finding().help(), member.verdict().subject());
      }
    }
    return helps.texts();
  }

  /** A few words under the piece of code; may be empty. */
  public String label() {
    return Printable.brief(lead.finding().label());
  }

  /** The rules that wait for it or follow from it, one finding for each, sorted by rule. */
  List<ReportedFinding> perRule() {
    List<ReportedFinding> first = new ArrayList<>();
    LinkedHashSet<String> seen = new LinkedHashSet<>();
    seen.add(rule(lead));
    first.add(lead);
    for (ReportedFinding member : members) {
      if (seen.add(rule(member))) {
        first.add(member);
      }
    }
    first.sort((one, other) -> rule(one).compareTo(rule(other)));
    return first;
  }

  /** The ids of its rules, sorted. */
  public List<String> rules() {
    return perRule().stream().map(GroupedFinding::rule).toList();
  }

  @Override
  public String rule() {
    return rule(lead);
  }

  /** Names the cause where several rules wait for one. */
  @Override
  public String message() {
    return Printable.brief(namesCause() ? cause() : lead.finding().message());
  }

  /** Whether the message names a cause that no single finding says. */
  boolean namesCause() {
    return !cause().isEmpty()
        && lead.verdict().kind() == Verdict.Kind.UNKNOWN
        && members.stream().anyMatch(member -> !rule(member).equals(rule()));
  }

  private String cause() {
    RootCause cause = lead.finding().rootCause();
    return cause == null ? "" : cause.text();
  }

  @Override
  public Span at() {
    return lead.finding().at();
  }

  @Override
  public boolean onChange() {
    return members.stream().anyMatch(ReportedFinding::onChange);
  }
}
