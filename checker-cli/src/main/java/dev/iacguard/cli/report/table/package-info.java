/** Tables that several reports share. */
@NullMarked
package dev.iacguard.cli.report.table;

import org.jspecify.annotations.NullMarked;
