package dev.iacguard.core.hcl;

import dev.iacguard.core.source.SourceFile;
import java.util.List;

/**
 * The result of reading a text that is one expression or one template.
 *
 * @param expression {@link Expression.Invalid} when there are errors that left nothing to keep
 * @param errors in the order they were met; empty when the whole text is valid
 */
public record ParsedExpression(SourceFile file, Expression expression, List<SyntaxError> errors) {}
