/** One class per command, and what all of them share: help, completion and the manual page. */
@NullMarked
package dev.iacguard.cli.command;

import org.jspecify.annotations.NullMarked;
