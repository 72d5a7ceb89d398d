package dev.iacguard.core.engine;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A tree that remembers which of the files read from it may hold exceptions. Only these are looked
 * at again, so files without exceptions cost one search for a word.
 */
final class MarkedFiles extends ForwardingTree {
  private final Map<String, SourceFile> marked = new ConcurrentSkipListMap<>();

  MarkedFiles(SourceTree tree) {
    super(tree);
  }

  /** The exceptions in all files read until now, file by file. */
  List<InlineSuppression> inlineSuppressions() {
    List<InlineSuppression> inlineSuppressions = new ArrayList<>();
    marked.forEach((path, file) -> inlineSuppressions.addAll(SourceExemptions.in(path, file)));
    return List.copyOf(inlineSuppressions);
  }

  @Override
  public Content read(String path) {
    Content content = super.read(path);
    if (content instanceof Content.Decoded decoded && SourceExemptions.mayBeIn(decoded.file())) {
      marked.putIfAbsent(path, decoded.file());
    }
    return content;
  }
}
