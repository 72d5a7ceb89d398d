/** Serves editors with the language server protocol. */
@NullMarked
package dev.iacguard.lsp;

import org.jspecify.annotations.NullMarked;
