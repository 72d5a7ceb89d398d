/** The interface between the engine and a set of rules. */
@NullMarked
package dev.iacguard.core.rule.pack;

import org.jspecify.annotations.NullMarked;
