/** Reads the JSON reports of many runs and makes one of them, and the history of such. */
@NullMarked
package dev.iacguard.cli.merge;

import org.jspecify.annotations.NullMarked;
