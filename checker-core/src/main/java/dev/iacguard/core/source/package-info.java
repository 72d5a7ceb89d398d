/** What was read, and where: files of a confined tree, positions and spans. */
@NullMarked
package dev.iacguard.core.source;

import org.jspecify.annotations.NullMarked;
