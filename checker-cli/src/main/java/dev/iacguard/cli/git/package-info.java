/** What git knows of the code: what is staged, commits, changes. Nothing is run or written. */
@NullMarked
package dev.iacguard.cli.git;

import org.jspecify.annotations.NullMarked;
