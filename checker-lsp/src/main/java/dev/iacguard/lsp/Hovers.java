package dev.iacguard.lsp;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.run.WorkspaceAnswers;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.TracedValue;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** Says what is known at a place: values and where they come from, stages, findings. */
final class Hovers {
  /** A place in a module has as many values as the module has callers. */
  private static final int MOST_VALUES = 5;

  private static final int LONGEST_VALUE = 200;

  private Hovers() {}

  /** Null when nothing is known. */
  static @Nullable Hover at(Question question, Position position) {
    if (!(question.state() instanceof WorkspaceState.Checked checked)) {
      return null;
    }
    int offset = question.offset(position);
    Set<String> parts = new LinkedHashSet<>();
    List<TracedValue> values = WorkspaceAnswers.valuesAt(checked, question.file().path(), offset);
    Set<String> traces =
        values.stream().map(Hovers::trace).collect(Collectors.toCollection(LinkedHashSet::new));
    traces.stream().limit(MOST_VALUES).forEach(parts::add);
    if (traces.size() > MOST_VALUES) {
      parts.add("and " + (traces.size() - MOST_VALUES) + " more values");
    }
    for (StackReport stack : checked.report().result().reports()) {
      for (StageFacts stage : stack.stages()) {
        if (question.isIn(stage.location(), offset)) {
          parts.add(StageWords.facts(stage));
        }
      }
    }
    for (ReportedFinding finding : checked.report().findings()) {
      if (question.isIn(finding.finding().at(), offset)) {
        parts.add(finding(finding));
      }
    }
    return parts.isEmpty()
        ? null
        : new Hover(new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts)));
  }

  private static String finding(ReportedFinding finding) {
    String help = finding.finding().help();
    return "**"
        + finding.verdict().rule().id()
        + "** "
        + StageWords.escaped(finding.finding().message())
        + (help.isEmpty() ? "" : "  \nhelp: " + StageWords.escaped(help));
  }

  /** {@code retention_in_days is 0, from var.days (default, main.tf:2)}. */
  private static String trace(TracedValue traced) {
    Origin origin = traced.value().origin();
    StringBuilder words = new StringBuilder(StageWords.code(traced.attribute()));
    words.append(origin.sensitive() ? " is sensitive" : " " + what(traced.value()));
    String before = ", from ";
    for (Step step = origin.trail(); step != null; step = step.next()) {
      words
          .append(before)
          .append(StageWords.code(step.label()))
          .append(" at ")
          .append(StageWords.escaped(step.at().toString()));
      before = ", which comes from ";
    }
    return words.toString();
  }

  private static String what(Value value) {
    return switch (value) {
      case Value.Text it when it.known() != null -> "is " + StageWords.code(brief(it.known()));
      case Value.Text it -> "is partly known";
      case Value.Numeric it -> "is " + StageWords.code(it.value().toPlainString());
      case Value.Bool it -> "is " + StageWords.code(String.valueOf(it.value()));
      case Value.Null it -> "is not set";
      case Value.Sequence it ->
          "has " + it.elements().size() + (it.open() ? " or more" : "") + " elements";
      case Value.Mapping it ->
          "has " + it.entries().size() + (it.open() ? " or more" : "") + " entries";
      case Value.Choice it ->
          "depends on a condition: " + what(it.then()) + ", or " + what(it.otherwise());
      case Value.Unknown it -> "is not known: " + StageWords.escaped(it.reason());
    };
  }

  private static String brief(String text) {
    String line = Printable.line(text);
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
  }
}
