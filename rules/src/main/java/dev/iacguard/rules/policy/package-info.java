/** The policy: what the organisation requires, as records. */
@NullMarked
package dev.iacguard.rules.policy;

import org.jspecify.annotations.NullMarked;
