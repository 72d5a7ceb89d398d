/** Finds what a change edits of the policy, the exceptions and the baselines that judge it. */
@NullMarked
package dev.iacguard.cli.change;

import org.jspecify.annotations.NullMarked;
