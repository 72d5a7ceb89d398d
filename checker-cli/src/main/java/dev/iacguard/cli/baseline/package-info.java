/** The baseline file: reading it, and writing it. */
@NullMarked
package dev.iacguard.cli.baseline;

import org.jspecify.annotations.NullMarked;
