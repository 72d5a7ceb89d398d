package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Exemption;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Finds the exceptions in templates: in the comments of YAML and in the metadata of both forms. */
public final class TemplateExemptions {
  private TemplateExemptions() {}

  /** None in a file that is no template. */
  public static List<Exemption> in(SourceFile file) {
    if (!Sniff.of(file.text()).candidate() || file.text().length() > Limits.TEMPLATE) {
      return List.of();
    }
    List<Node> documents = TemplateReader.parse(file).documents();
    List<Exemption> found = new ArrayList<>();
    for (Node document : documents) {
      if (document instanceof Node.Mapping root && Template.isTemplate(root)) {
        MetadataExemptions.find(file, root, found);
      }
    }
    if (documents.stream().anyMatch(Template::isTemplate) && !file.name().endsWith(".json")) {
      found.addAll(new YamlCommentExemptions(file, documents).all());
    }
    return found;
  }
}
