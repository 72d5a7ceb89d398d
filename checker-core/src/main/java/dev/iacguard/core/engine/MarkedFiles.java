package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.template.TemplateSuppressions;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.suppression.TerraformSuppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A tree that remembers which of the files read from it may hold exceptions. Only these are looked
 * at again, so files without exceptions cost one search for a word.
 */
final class MarkedFiles extends ForwardingTree {
  /** Every form of an exception has it. */
  private static final String WORD = "iac-guard";

  private final Map<String, SourceFile> marked = new ConcurrentSkipListMap<>();

  MarkedFiles(SourceTree tree) {
    super(tree);
  }

  /** The exceptions in all files read until now, file by file. */
  List<InlineSuppression> inlineSuppressions() {
    List<InlineSuppression> inlineSuppressions = new ArrayList<>();
    marked.forEach((path, file) -> inlineSuppressions.addAll(in(path, file)));
    return List.copyOf(inlineSuppressions);
  }

  private static List<InlineSuppression> in(String path, SourceFile file) {
    List<InlineSuppression> found =
        TerraformSuppressions.isSource(path)
            ? TerraformSuppressions.in(file)
            : TemplateSuppressions.in(file);
    if (found.size() <= InlineSuppression.MOST) {
      return found;
    }
    List<InlineSuppression> some = new ArrayList<>(found.subList(0, InlineSuppression.MOST));
    String fault =
        "a file may have "
            + InlineSuppression.MOST
            + " exceptions; this one and the rest do not count";
    some.add(InlineSuppression.broken(fault, found.get(InlineSuppression.MOST).at()));
    return some;
  }

  @Override
  public Content read(String path) {
    Content content = super.read(path);
    if (content instanceof Content.Decoded decoded && decoded.file().text().contains(WORD)) {
      marked.putIfAbsent(path, decoded.file());
    }
    return content;
  }
}
