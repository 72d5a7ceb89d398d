package dev.iacguard.lsp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An open document.
 *
 * @param uri as the client writes it
 * @param path null when it is no file
 * @param version as the client counts
 */
record Document(String uri, @Nullable Path path, int version, String text) {}
