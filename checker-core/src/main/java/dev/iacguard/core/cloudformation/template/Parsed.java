package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Problem;
import java.util.List;

/**
 * What reading a text gave.
 *
 * @param documents the documents that could be read to their end
 */
public record Parsed(List<Node> documents, List<Problem> problems) {}
