/** The options that commands share, and their values from the environment. */
@NullMarked
package dev.iacguard.cli.option;

import org.jspecify.annotations.NullMarked;
