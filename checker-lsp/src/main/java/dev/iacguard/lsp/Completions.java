package dev.iacguard.lsp;

import dev.iacguard.cli.run.PolicyChoice;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.rule.pack.LogVariable;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Completes variables of formats, and keys and words of a policy. */
final class Completions {
  private static final String PREFIX = "$context.";
  private static final List<String> KINDS = List.of("REST", "HTTP", "WEBSOCKET");

  private Completions() {}

  static List<CompletionItem> at(Question question, Position position) {
    int offset = question.offset(position);
    if (PolicyChoice.NAMES.contains(question.file().name())) {
      return PolicyCompletions.at(question, position, offset);
    }
    String text = question.file().text();
    int start = offset;
    while (start > 0 && isName(text.charAt(start - 1))) {
      start--;
    }
    if (start == 0 || text.charAt(start - 1) != '$') {
      return List.of();
    }
    String typed = text.substring(start - 1, offset);
    if (!PREFIX.startsWith(typed) && !typed.startsWith(PREFIX)) {
      return List.of();
    }
    if (!(question.state() instanceof WorkspaceState.Checked checked)) {
      return List.of();
    }
    Range range = question.range(question.file().span(start - 1, offset));
    List<CompletionItem> items = new ArrayList<>();
    for (LogVariable variable : variables(checked, question, start)) {
      items.add(item(variable, range, items.size()));
    }
    return items;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
  }

  private static CompletionItem item(LogVariable variable, Range range, int order) {
    CompletionItem item = new CompletionItem(variable.name());
    item.setKind(CompletionItemKind.Variable);
    item.setDetail(variable.meaning());
    item.setSortText("%04d".formatted(order));
    item.setFilterText(variable.name());
    item.setTextEdit(Either.forLeft(new TextEdit(range, variable.name())));
    return item;
  }

  private static List<LogVariable> variables(
      WorkspaceState.Checked checked, Question question, int offset) {
    Map<String, LogVariable> variables = new LinkedHashMap<>();
    for (String api : kinds(checked, question, offset)) {
      checked
          .report()
          .rules()
          .logVariables(api)
          .forEach(variable -> variables.putIfAbsent(variable.name(), variable));
    }
    return List.copyOf(variables.values());
  }

  /** The kinds of API that a format at a place is for; all when that is not known. */
  private static Set<String> kinds(WorkspaceState.Checked checked, Question question, int offset) {
    Set<String> kinds = new TreeSet<>();
    int nearest = -1;
    Set<String> before = new TreeSet<>();
    for (StackReport stack : checked.report().result().reports()) {
      for (StackFacts.Format format : stack.facts().formats()) {
        if (question.isIn(format.at(), offset)) {
          kinds.add(format.api());
        }
      }
      for (StageFacts stage : stack.stages()) {
        int start = stage.location().start();
        if (stage.location().path().equals(question.file().path())
            && start <= offset
            && start >= nearest) {
          if (start > nearest) {
            before.clear();
          }
          nearest = start;
          before.add(stage.api());
        }
      }
    }
    if (kinds.isEmpty()) {
      kinds.addAll(before);
    }
    return kinds.isEmpty() ? new TreeSet<>(KINDS) : kinds;
  }
}
