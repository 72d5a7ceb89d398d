package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the ignore entries of templates: in the comments of YAML and in the metadata of both forms.
 */
public final class TemplateSuppressions {
  private TemplateSuppressions() {}

  /** None in a file that is no template. */
  public static List<InlineSuppression> in(SourceFile file) {
    if (!Sniff.of(file.text()).candidate() || file.text().length() > Limits.TEMPLATE) {
      return List.of();
    }
    List<Node> documents = TemplateReader.parse(file).documents();
    List<InlineSuppression> found = new ArrayList<>();
    for (Node document : documents) {
      if (document instanceof Node.Mapping root && Template.isTemplate(root)) {
        MetadataSuppressions.find(file, root, found);
      }
    }
    if (documents.stream().anyMatch(Template::isTemplate) && !file.name().endsWith(".json")) {
      found.addAll(new YamlCommentSuppressions(file, documents).all());
    }
    return found;
  }
}
