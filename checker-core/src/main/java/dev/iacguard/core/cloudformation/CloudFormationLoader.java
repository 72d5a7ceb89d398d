package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.TemplateFinder.Found;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds CloudFormation stacks. */
public final class CloudFormationLoader {
  private CloudFormationLoader() {}

  /** Tells templates by what is in them. Templates are read when their stack is loaded. */
  public static Discovery discover(SourceTree tree, Selection selection, Inputs inputs) {
    Map<String, Found> found = new TemplateFinder(tree, selection).find(selection.files());
    return new Discovery(new Project(tree, found).roots(), Set.copyOf(found.keySet()), List.of());
  }
}
