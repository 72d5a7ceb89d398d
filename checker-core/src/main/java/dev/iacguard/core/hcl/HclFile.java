package dev.iacguard.core.hcl;

import dev.iacguard.core.source.SourceFile;
import java.util.List;

/**
 * The result of reading a file. With errors the body holds what could be read around them.
 *
 * @param comments in the order they stand in
 * @param errors in the order they were met; empty when the whole text is valid
 */
public record HclFile(
    SourceFile file, Body body, List<Comment> comments, List<SyntaxError> errors) {}
