/** Tests of the language server with real clients. */
@NullMarked
package dev.iacguard.lsp;

import org.jspecify.annotations.NullMarked;
