package dev.iacguard.core.model;

import java.util.List;
import java.util.Set;

/**
 * The selection of paths to be checked.
 *
 * @param named the files and folders that were named, as paths in the tree
 * @param files all files below them, sorted, each once
 * @param ignored files below them that version control ignores and that are not looked at
 */
public record Selection(List<String> named, List<String> files, Set<String> ignored) {

  /** A selection that ignores nothing. */
  public Selection(List<String> named, List<String> files) {
    this(named, files, Set.of());
  }
}
