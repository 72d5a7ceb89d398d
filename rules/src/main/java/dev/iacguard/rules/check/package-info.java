/** The built-in rules, one class each, named after the pattern they find. */
@NullMarked
package dev.iacguard.rules.check;

import org.jspecify.annotations.NullMarked;
