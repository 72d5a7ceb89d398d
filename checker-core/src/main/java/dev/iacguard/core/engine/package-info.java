/** Runs rules over stacks, in a fixed order. The only package that knows the loaders. */
@NullMarked
package dev.iacguard.core.engine;

import org.jspecify.annotations.NullMarked;
