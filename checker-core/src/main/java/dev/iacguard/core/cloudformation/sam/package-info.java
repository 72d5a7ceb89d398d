/** The SAM transform: which resources the SAM translator generates for APIs. */
@NullMarked
package dev.iacguard.core.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
