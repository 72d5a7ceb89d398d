package dev.iacguard.core.engine;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.SourceTree;

/** Finds the stacks of one language. */
interface Loader {

  /**
   * Looks only at the selected files to find stacks; reading them may reach any file of the tree.
   */
  Discovery discover(SourceTree tree, Selection selection, Inputs inputs);
}
