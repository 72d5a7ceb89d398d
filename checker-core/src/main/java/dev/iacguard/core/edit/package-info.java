/** Edits of source files: what is to be changed, in no language, and the text that changes it. */
@NullMarked
package dev.iacguard.core.edit;

import org.jspecify.annotations.NullMarked;
