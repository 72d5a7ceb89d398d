package dev.iacguard.core.model;

import java.util.List;
import java.util.Set;

/**
 * The stacks and problems that a loader found in a tree.
 *
 * @param stacks in a fixed order
 * @param files the paths (in the tree) of all files that the loader takes for its own, read or not
 * @param problems what concerns no single stack: files that look right and cannot be read
 * @param notes what was left out on purpose, and why; one sentence each, without a full stop
 */
public record Discovery(
    List<StackSource> stacks, Set<String> files, List<Problem> problems, List<String> notes) {

  public Discovery(List<StackSource> stacks, Set<String> files, List<Problem> problems) {
    this(stacks, files, problems, List.of());
  }
}
