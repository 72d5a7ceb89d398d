package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Exemption;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;

/**
 * The exceptions in {@code Metadata}: {@code {iac-guard: {ignore: [{rule, reason, since, until}]}}}
 * of a resource speaks for the resource, of the template for all of it.
 */
final class MetadataExemptions {
  private static final String OURS = "iac-guard";
  private static final List<String> KEYS = List.of("rule", "reason", "since", "until");

  private MetadataExemptions() {}

  static void find(SourceFile file, Node.Mapping root, List<Exemption> into) {
    read(root, file.all(), into);
    for (Node.Entry resource : root.mapping("Resources").entries()) {
      if (resource.value() instanceof Node.Mapping body) {
        int start = resource.keySpan().start();
        read(body, file.span(start, Math.max(start, body.span().end())), into);
      }
    }
  }

  private static void read(Node.Mapping holder, Span covers, List<Exemption> into) {
    Node.Entry ours = holder.mapping("Metadata").entry(OURS);
    if (ours == null) {
      return;
    }
    if (!(ours.value() instanceof Node.Mapping settings)) {
      into.add(Exemption.broken(OURS + " holds ignore, a list of exceptions", ours.keySpan()));
      return;
    }
    for (Node.Entry entry : settings.entries()) {
      if (!entry.key().equals("ignore")) {
        String hint = Nearest.hint(entry.key(), List.of("ignore"));
        into.add(Exemption.broken("unknown key '" + entry.key() + "'" + hint, entry.keySpan()));
      } else if (entry.value() instanceof Node.Sequence list) {
        list.items().forEach(item -> into.add(exemption(item, covers)));
      } else {
        into.add(exemption(entry.value(), covers));
      }
    }
  }

  private static Exemption exemption(Node item, Span covers) {
    if (!(item instanceof Node.Mapping fields)) {
      return Exemption.broken(
          "an exception has rule, reason and perhaps since and until", item.span());
    }
    for (Node.Entry entry : fields.entries()) {
      if (!KEYS.contains(entry.key())) {
        String hint = Nearest.hint(entry.key(), KEYS);
        return Exemption.broken("unknown key '" + entry.key() + "'" + hint, entry.keySpan());
      }
      if (!(entry.value() instanceof Node.Scalar)) {
        return Exemption.broken(entry.key() + " is a text", entry.keySpan());
      }
    }
    String rule = fields.text("rule");
    String reason = fields.text("reason");
    return rule == null || rule.isBlank()
        ? Exemption.broken("no rule is named", item.span())
        : new Exemption(
            List.of(rule.strip()),
            reason == null ? "" : reason,
            fields.text("since"),
            fields.text("until"),
            "",
            item.span(),
            covers);
  }
}
