/** What the organisation asks for. */
@NullMarked
package dev.iacguard.rules.policy;

import org.jspecify.annotations.NullMarked;
