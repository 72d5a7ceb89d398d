/** Reads git repositories: trees, commits, changed lines, and the hook. Runs no program. */
@NullMarked
package dev.iacguard.cli.git;

import org.jspecify.annotations.NullMarked;
