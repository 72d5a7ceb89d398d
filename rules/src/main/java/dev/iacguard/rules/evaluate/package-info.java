/** Evaluates the rules on every subject and collects facts and statistics. */
@NullMarked
package dev.iacguard.rules.evaluate;

import org.jspecify.annotations.NullMarked;
