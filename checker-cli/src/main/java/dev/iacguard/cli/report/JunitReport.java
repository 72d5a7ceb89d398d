package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The report of {@code check} as JUnit XML, as Surefire writes and Jenkins reads it: a suite for
 * each stack, a test for each rule and subject. A finding that makes the run fail is a failure, one
 * that cannot be determined or that an exception covers is skipped, a lighter one passes with its
 * text as output. What could not be read is an error of a suite of its own.
 */
public final class JunitReport implements ReportWriter<Report> {
  private static final String INPUT = "input";
  private static final String LEFT_OUT = "left out";

  /**
   * GitLab takes no file of 30 MB or more, and none whose parsed form has more than 250,000 objects
   * (its pages on unit test reports, and its issue 507482). A test is about ten of these.
   */
  private static final int MOST_TESTS = 20_000;

  private final Predicate<ReportedFinding> fails;

  /** The most important one first: where there are too many tests, the last ones are left out. */
  private enum Outcome {
    ERROR,
    FAILED,
    SKIPPED,
    PASSED
  }

  private record Case(String subject, String name, Outcome outcome, String message, String text) {}

  /**
   * @param fails whether a finding makes the run fail
   */
  public JunitReport(Predicate<ReportedFinding> fails) {
    this.fails = fails;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    IdentityHashMap<Verdict, ReportedFinding> reportedFindings = new IdentityHashMap<>();
    report
        .reportedFindings()
        .forEach(
            reportedFinding -> reportedFindings.put(reportedFinding.verdict(), reportedFinding));
    Map<String, List<Case>> suites = new LinkedHashMap<>();
    suites.put(INPUT, new ArrayList<>(report.problems().stream().map(JunitReport::of).toList()));
    for (StackReport stack : report.result().reports()) {
      List<Case> cases = suites.computeIfAbsent(stack.stack(), name -> new ArrayList<>());
      for (Verdict verdict : stack.verdicts()) {
        ReportedFinding reportedFinding = reportedFindings.get(verdict);
        if (reportedFinding != null) {
          cases.add(of(reportedFinding));
        } else if (verdict.kind() == Verdict.Kind.PASS) {
          cases.add(of(verdict, Outcome.PASSED, "", ""));
        }
      }
    }
    shorten(suites);
    Xml xml = new Xml(out);
    xml.open("testsuites", "name", "iac-guard");
    for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
      if (!suite.getValue().isEmpty()) {
        suite(suite.getKey(), suite.getValue(), xml);
      }
    }
    xml.close("testsuites");
  }

  /** Leaves out tests that are too many, and adds a skipped one that says how many they are. */
  private static void shorten(Map<String, List<Case>> suites) {
    Map<Outcome, Integer> kept = new EnumMap<>(Outcome.class);
    int left = MOST_TESTS;
    int dropped = 0;
    for (Outcome outcome : Outcome.values()) {
      int there = suites.values().stream().mapToInt(cases -> number(cases, outcome)).sum();
      kept.put(outcome, Math.min(left, there));
      dropped += there - Math.min(left, there);
      left -= Math.min(left, there);
    }
    if (dropped > 0) {
      for (List<Case> cases : suites.values()) {
        cases.removeIf(one -> kept.merge(one.outcome, -1, Integer::sum) < 0);
      }
      String message =
          dropped
              + " tests are not in this file: it has the "
              + MOST_TESTS
              + " most important ones";
      suites.put(
          LEFT_OUT,
          List.of(new Case(LEFT_OUT, "not in this file", Outcome.SKIPPED, message, message)));
    }
  }

  private static int number(List<Case> cases, Outcome outcome) {
    return (int) cases.stream().filter(one -> one.outcome == outcome).count();
  }

  private static Case of(Problem problem) {
    Outcome outcome = problem.leavesInputUnread() ? Outcome.ERROR : Outcome.SKIPPED;
    String message = Printable.line(problem.message());
    String text = Printable.line(problem.at() + ": ") + message;
    return new Case(problem.at().path(), problem.rule(), outcome, message, text);
  }

  private Case of(ReportedFinding reportedFinding) {
    Verdict verdict = reportedFinding.verdict();
    String message = Printable.line(reportedFinding.finding().message());
    if (reportedFinding.suppression() != null) {
      return of(
          verdict,
          Outcome.SKIPPED,
          "excepted: " + Printable.line(reportedFinding.suppression().reason()),
          message);
    }
    if (!reportedFinding.counts()) {
      return of(verdict, Outcome.SKIPPED, "existing", message);
    }
    StringBuilder text = new StringBuilder();
    text.append(Printable.line(reportedFinding.finding().at() + ": ")).append(message);
    for (Note note : Note.of(GroupedFinding.of(List.of(reportedFinding)))) {
      text.append('\n').append(note.name()).append(": ").append(Printable.line(note.text()));
    }
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    Outcome outcome =
        fails.test(reportedFinding) ? Outcome.FAILED : unknown ? Outcome.SKIPPED : Outcome.PASSED;
    return of(verdict, outcome, (unknown ? "unknown: " : "") + message, text.toString());
  }

  private static Case of(Verdict verdict, Outcome outcome, String message, String text) {
    Subject subject = verdict.subject();
    String name = verdict.rule().id() + " " + verdict.rule().name();
    return new Case(subject.id(), name, outcome, message, text);
  }

  private static void suite(String name, List<Case> cases, Xml xml) throws IOException {
    xml.open(
        "testsuite",
        "name",
        Printable.line(name),
        "tests",
        Integer.toString(cases.size()),
        "failures",
        count(cases, Outcome.FAILED),
        "errors",
        count(cases, Outcome.ERROR),
        "skipped",
        count(cases, Outcome.SKIPPED),
        "time",
        "0");
    for (Case one : cases) {
      write(one, xml);
    }
    xml.close("testsuite");
  }

  private static String count(List<Case> cases, Outcome outcome) {
    return Integer.toString(number(cases, outcome));
  }

  private static void write(Case one, Xml xml) throws IOException {
    String[] head = {"classname", Printable.line(one.subject), "name", one.name, "time", "0"};
    if (one.outcome == Outcome.PASSED && one.text.isEmpty()) {
      xml.empty("testcase", head);
      return;
    }
    xml.open("testcase", head);
    switch (one.outcome) {
      case PASSED -> xml.text("system-out", one.text);
      case SKIPPED -> xml.text("skipped", one.text, "message", one.message);
      case FAILED -> xml.text("failure", one.text, "message", one.message, "type", one.name);
      case ERROR -> xml.text("error", one.text, "message", one.message, "type", one.name);
    }
    xml.close("testcase");
  }
}
