/** The command line: commands, the boundary of what is read, exit codes. */
@NullMarked
package dev.iacguard.cli;

import org.jspecify.annotations.NullMarked;
