/** From options to results: input, policy, revisions to compare, exit code. */
@NullMarked
package dev.iacguard.cli.run;

import org.jspecify.annotations.NullMarked;
