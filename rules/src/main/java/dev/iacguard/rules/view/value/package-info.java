/**
 * What attributes of resources say in one scenario: names, references, tags; and what each may be.
 */
@NullMarked
package dev.iacguard.rules.view.value;

import org.jspecify.annotations.NullMarked;
