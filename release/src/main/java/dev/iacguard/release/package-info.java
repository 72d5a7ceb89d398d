/** Makes the artifacts of a release from the built program. */
@NullMarked
package dev.iacguard.release;

import org.jspecify.annotations.NullMarked;
