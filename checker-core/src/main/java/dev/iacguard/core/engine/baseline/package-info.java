/** Findings of an earlier run, and how the findings of today compare with them. */
@NullMarked
package dev.iacguard.core.engine.baseline;

import org.jspecify.annotations.NullMarked;
