/** The command line: the entry point, and the run that the class archive is trained with. */
@NullMarked
package dev.iacguard.cli;

import org.jspecify.annotations.NullMarked;
