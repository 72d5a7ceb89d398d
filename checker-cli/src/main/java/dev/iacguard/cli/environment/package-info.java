/** What a run meets outside the program: streams, terminal, files it writes, exit codes. */
@NullMarked
package dev.iacguard.cli.environment;

import org.jspecify.annotations.NullMarked;
