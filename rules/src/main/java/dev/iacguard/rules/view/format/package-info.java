/** Access log formats: variables per API kind, JSON lines, size of a line. */
@NullMarked
package dev.iacguard.rules.view.format;

import org.jspecify.annotations.NullMarked;
