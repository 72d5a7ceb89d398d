package dev.iacguard.cli.run;

import dev.iacguard.core.engine.AnalysisScope;
import dev.iacguard.core.engine.SourceExemptions;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.ForwardingTree;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A tree that remembers which files were read from it. When only some stacks are judged again,
 * ignore comments also count in the files that were read for the others.
 */
final class ReadFiles extends ForwardingTree {
  private final Set<String> paths;

  /**
   * @param before the paths that were read for stacks that are not judged again
   */
  ReadFiles(SourceTree tree, Set<String> before) {
    super(tree);
    paths = new ConcurrentSkipListSet<>(before);
  }

  Set<String> paths() {
    return paths;
  }

  @Override
  public Content read(String path) {
    paths.add(path);
    return super.read(path);
  }

  /** The same scope with the ignore comments of all files that were read, file by file. */
  AnalysisScope completed(AnalysisScope part, SourceTree tree) {
    List<InlineSuppression> all = new ArrayList<>();
    for (String path : paths) {
      if (tree.read(path) instanceof Content.Decoded decoded) {
        all.addAll(SourceExemptions.in(path, decoded.file()));
      }
    }
    return new AnalysisScope(part.everything(), part.oneOfSeveral(), List.copyOf(all));
  }
}
