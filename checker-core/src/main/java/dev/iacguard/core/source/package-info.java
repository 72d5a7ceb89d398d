/** The tree of files that may be read, and positions in them. */
@NullMarked
package dev.iacguard.core.source;

import org.jspecify.annotations.NullMarked;
