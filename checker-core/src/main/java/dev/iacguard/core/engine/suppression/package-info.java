/** Ignore comments and waivers: which findings they cover, and which of them are invalid. */
@NullMarked
package dev.iacguard.core.engine.suppression;

import org.jspecify.annotations.NullMarked;
