package dev.iacguard.core.terraform.suppression;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.InlineSuppressionText;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.JsonNode;
import dev.iacguard.core.terraform.config.JsonSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the ignore entries in the {@code //} comments of a file in JSON syntax: each covers the
 * object it is in.
 */
final class JsonSuppressions {
  private static final String COMMENT = "//";

  private final SourceFile file;
  private final List<InlineSuppression> found = new ArrayList<>();

  private JsonSuppressions(SourceFile file) {
    this.file = file;
  }

  static List<InlineSuppression> in(SourceFile file) {
    JsonSuppressions suppressions = new JsonSuppressions(file);
    suppressions.search(JsonSyntax.read(file).root(), file.all());
    return suppressions.found;
  }

  /**
   * @param around what an exception in the node speaks for
   */
  private void search(JsonNode node, Span around) {
    switch (node) {
      case JsonNode.Obj object -> {
        for (JsonNode.Member member : object.members()) {
          if (member.name().equals(COMMENT)) {
            comment(member.value(), around);
          } else {
            JsonNode value = member.value();
            search(value, file.span(member.nameStart(), value.end()));
          }
        }
      }
      case JsonNode.Array array -> {
        boolean single = array.elements().size() == 1;
        for (JsonNode element : array.elements()) {
          search(element, single ? around : file.span(element.start(), element.end()));
        }
      }
      default -> {}
    }
  }

  private void comment(JsonNode node, Span around) {
    switch (node) {
      case JsonNode.Text text -> {
        String words = text.text().strip();
        if (words.startsWith(InlineSuppressionText.START)) {
          Span at = file.span(text.start(), text.end());
          found.add(InlineSuppressionText.read(words, at, around));
        }
      }
      case JsonNode.Array array -> array.elements().forEach(element -> comment(element, around));
      default -> {}
    }
  }
}
