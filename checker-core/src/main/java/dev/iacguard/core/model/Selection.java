package dev.iacguard.core.model;

import java.util.List;

/**
 * The selection of paths to be checked.
 *
 * @param named the files and folders that were named, as paths in the tree
 * @param files all files below them, sorted, each once
 */
public record Selection(List<String> named, List<String> files) {}
