/** Streams through JSON texts that are too large to be held, and builds values from them. */
@NullMarked
package dev.iacguard.core.json;

import org.jspecify.annotations.NullMarked;
