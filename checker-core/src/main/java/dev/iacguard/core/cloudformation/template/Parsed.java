package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Problem;
import java.util.List;

/**
 * The result of parsing a text: a tree and its problems.
 *
 * @param documents the documents that could be read to their end
 */
public record Parsed(List<Node> documents, List<Problem> problems) {}
