/** Which stacks a changed file can affect, found without parsing. */
@NullMarked
package dev.iacguard.core.engine.impact;

import org.jspecify.annotations.NullMarked;
