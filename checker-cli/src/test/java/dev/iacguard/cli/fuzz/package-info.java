/** Inputs that nobody would write: targets for guided fuzzing and the corpus they have left. */
@NullMarked
package dev.iacguard.cli.fuzz;

import org.jspecify.annotations.NullMarked;
