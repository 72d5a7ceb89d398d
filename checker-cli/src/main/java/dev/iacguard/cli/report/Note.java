package dev.iacguard.cli.report;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * A note below a finding, beside its message and place.
 *
 * @param name one word: {@code value}, {@code via}, {@code help}
 * @param text as it stands in the checked code, not made safe for any kind of report
 */
public record Note(String name, String text) {
  private static final int MOST_SUBJECTS = 3;

  public Note {
    text = Printable.brief(text);
  }

  /** Whether the text is of the code, such as an address or a place; otherwise it is prose. */
  boolean isCode() {
    return switch (name) {
      case "help", "when", "since" -> false;
      default -> Character.isLowerCase(name.charAt(0));
    };
  }

  /** In the order to read them. */
  public static List<Note> of(GroupedFinding group) {
    List<Note> notes = new ArrayList<>();
    Finding finding = group.lead().finding();
    trail(finding, notes);
    notes.addAll(rules(group));
    subjects(group.subjects(), notes);
    add("when", group.lead().verdict().when(), notes);
    if (group.lead().baselineState() == BaselineState.WORSE) {
      add("since", "it existed before and is worse now", notes);
    }
    for (Finding.Related related : finding.related()) {
      add("see", related.at() + " " + related.message(), notes);
    }
    group.helps().forEach(help -> add("help", help, notes));
    return notes;
  }

  /** What the other rules say that wait for the same cause or follow from it. */
  public static List<Note> rules(GroupedFinding group) {
    List<Note> notes = new ArrayList<>();
    for (ReportedFinding member : group.perRule()) {
      String rule = member.verdict().rule().id();
      if (group.namesCause() || !rule.equals(group.rule())) {
        add(rule, withoutCause(member.finding()), notes);
      }
    }
    return notes;
  }

  /** The message without the reason at its end, which the group says once. */
  private static String withoutCause(Finding finding) {
    RootCause cause = finding.rootCause();
    String reason = cause == null || cause.text().isEmpty() ? "" : ": " + cause.text();
    String message = finding.message();
    return message.endsWith(reason)
        ? message.substring(0, message.length() - reason.length())
        : message;
  }

  private static void add(String name, String text, List<Note> notes) {
    if (!text.isEmpty()) {
      notes.add(new Note(name, text));
    }
  }

  /** The way of the value that decided, nearest first. */
  private static void trail(Finding finding, List<Note> notes) {
    Origin origin = finding.value();
    StringBuilder trail = new StringBuilder();
    for (Step step = origin == null ? null : origin.trail(); step != null; step = step.next()) {
      trail.append(trail.isEmpty() ? "" : " ← ").append(place(step.label(), step.at().toString()));
    }
    add("value", trail.toString(), notes);
  }

  /** {@code var.days (main.tf:4)}, and {@code var.days (default, main.tf:4)}. */
  private static String place(String label, String place) {
    return label.endsWith(")")
        ? label.substring(0, label.length() - 1) + ", " + place + ")"
        : label + " (" + place + ")";
  }

  private static void subjects(List<Subject> subjects, List<Note> notes) {
    Subject first = subjects.get(0);
    add(first.kind(), named(first), notes);
    add("via", callers(first, CallSite.Kind.CALL), notes);
    add("construct", callers(first, CallSite.Kind.CONSTRUCT), notes);
    if (subjects.size() > 1) {
      add("also", others(subjects.subList(1, subjects.size()), first.stack()), notes);
    }
  }

  /** What leads to a subject, the outermost first. */
  private static String callers(Subject subject, CallSite.Kind kind) {
    StringBuilder callers = new StringBuilder();
    for (CallSite caller : subject.callers()) {
      if (caller.kind() == kind) {
        callers
            .append(callers.isEmpty() ? "" : " → ")
            .append(place(caller.label(), caller.at().toString()));
      }
    }
    return callers.toString();
  }

  private static String named(Subject subject) {
    return subject.detail().isEmpty() ? subject.name() : subject.name() + "  " + subject.detail();
  }

  private static String others(List<Subject> others, String stack) {
    List<String> names = new ArrayList<>();
    for (Subject other : others.subList(0, Math.min(MOST_SUBJECTS, others.size()))) {
      names.add(elsewhere(other, stack));
    }
    String dots = others.size() > MOST_SUBJECTS ? ", …" : "";
    return others.size() + " more: " + String.join(", ", names) + dots;
  }

  /**
   * Distinguishes it by the call that leads to it, or else by its stack when that is another one.
   */
  private static String elsewhere(Subject subject, String stack) {
    if (!subject.callers().isEmpty()) {
      return place(subject.name(), subject.callers().get(0).at().toString());
    }
    return subject.stack().equals(stack) || subject.stack().equals(subject.id())
        ? subject.name()
        : subject.name() + " in " + subject.stack();
  }
}
