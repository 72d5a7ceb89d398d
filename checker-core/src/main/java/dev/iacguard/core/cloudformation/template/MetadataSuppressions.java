package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;

/**
 * Reads the ignore entries in {@code Metadata}: {@code {iac-guard: {ignore: [{rule, reason, since,
 * until}]}}} of a resource covers the resource, of the template all of it.
 */
final class MetadataSuppressions {
  private static final String OURS = "iac-guard";
  private static final List<String> KEYS = List.of("rule", "reason", "since", "until");

  private MetadataSuppressions() {}

  static void find(SourceFile file, Node.Mapping root, List<InlineSuppression> into) {
    read(root, file.all(), into);
    for (Node.Entry resource : root.mapping("Resources").entries()) {
      if (resource.value() instanceof Node.Mapping body) {
        int start = resource.keySpan().start();
        read(body, file.span(start, Math.max(start, body.span().end())), into);
      }
    }
  }

  private static void read(Node.Mapping holder, Span covers, List<InlineSuppression> into) {
    Node.Entry ours = holder.mapping("Metadata").entry(OURS);
    if (ours == null) {
      return;
    }
    if (!(ours.value() instanceof Node.Mapping settings)) {
      into.add(
          InlineSuppression.broken(
              OURS + " has the key ignore, a list of suppressions", ours.keySpan()));
      return;
    }
    for (Node.Entry entry : settings.entries()) {
      if (!entry.key().equals("ignore")) {
        String hint = Nearest.hint(entry.key(), List.of("ignore"));
        into.add(
            InlineSuppression.broken("unknown key '" + entry.key() + "'" + hint, entry.keySpan()));
      } else if (entry.value() instanceof Node.Sequence list) {
        list.items().forEach(item -> into.add(inlineSuppression(item, covers)));
      } else {
        into.add(inlineSuppression(entry.value(), covers));
      }
    }
  }

  private static InlineSuppression inlineSuppression(Node item, Span covers) {
    if (!(item instanceof Node.Mapping fields)) {
      return InlineSuppression.broken(
          "a suppression has the keys rule, reason and, optionally, since and until", item.span());
    }
    for (Node.Entry entry : fields.entries()) {
      if (!KEYS.contains(entry.key())) {
        String hint = Nearest.hint(entry.key(), KEYS);
        return InlineSuppression.broken(
            "unknown key '" + entry.key() + "'" + hint, entry.keySpan());
      }
      if (!(entry.value() instanceof Node.Scalar)) {
        return InlineSuppression.broken(entry.key() + " is a string", entry.keySpan());
      }
    }
    String rule = fields.text("rule");
    String reason = fields.text("reason");
    return rule == null || rule.isBlank()
        ? InlineSuppression.broken("no rule is named", item.span())
        : new InlineSuppression(
            List.of(rule.strip()),
            reason == null ? "" : reason,
            fields.text("since"),
            fields.text("until"),
            "",
            item.span(),
            covers);
  }
}
