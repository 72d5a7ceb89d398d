package dev.iacguard.core.rule.pack;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.source.SourceTree;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A policy file and the run that it applies to.
 *
 * @param tree the files that the policy may consist of
 * @param path the policy file in that tree; null for the built-in policy
 * @param checked the tree that is checked, which may be another one
 * @param base the folder of the checked tree that the policy's patterns for paths start from
 * @param inTree turns a path as reports show it into a path of the checked tree
 * @param inputs what the command line gives to the code
 */
public record PolicySource(
    SourceTree tree,
    @Nullable String path,
    SourceTree checked,
    String base,
    UnaryOperator<String> inTree,
    Inputs inputs) {}
