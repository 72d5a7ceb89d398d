package dev.iacguard.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Completes keys and words of a policy by its schema and the indentation around. */
final class PolicyCompletions {
  private PolicyCompletions() {}

  static List<CompletionItem> at(Question question, Position position, int offset) {
    PolicyPlace place = PolicyPlace.at(question.file().text(), offset);
    PolicySchema schema = PolicySchema.get().below(place.path());
    List<CompletionItem> items = new ArrayList<>();
    Range range = question.range(question.file().span(offset - place.typed().length(), offset));
    if (place.key() != null) {
      words(schema.below(List.of(place.key())), range, items);
    } else {
      keys(schema, place, range, items);
      if (place.isItem()) {
        words(schema, range, items);
      }
    }
    return items;
  }

  private static void words(PolicySchema schema, Range range, List<CompletionItem> items) {
    for (String word : schema.words()) {
      items.add(item(word, word, "", CompletionItemKind.EnumMember, range, items.size()));
    }
  }

  private static void keys(
      PolicySchema schema, PolicyPlace place, Range range, List<CompletionItem> items) {
    Set<String> left = new TreeSet<>(place.siblings());
    for (PolicySchema.Key key : schema.keys()) {
      if (!left.contains(key.name())) {
        String text = key.name() + (key.isNested() ? ":" : ": ");
        items.add(
            item(
                key.name(),
                text,
                key.description(),
                CompletionItemKind.Property,
                range,
                items.size()));
      }
    }
  }

  private static CompletionItem item(
      String label, String text, String detail, CompletionItemKind kind, Range range, int order) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(kind);
    item.setSortText("%04d".formatted(order));
    item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
    if (!detail.isEmpty()) {
      item.setDetail(detail);
    }
    return item;
  }
}
