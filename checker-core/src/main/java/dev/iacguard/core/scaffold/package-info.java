/** Writes new code for an API whose access logging complies with a policy. */
@NullMarked
package dev.iacguard.core.scaffold;

import org.jspecify.annotations.NullMarked;
