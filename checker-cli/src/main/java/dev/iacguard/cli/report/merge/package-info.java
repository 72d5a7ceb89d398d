/** The report on many reports, one class per format. */
@NullMarked
package dev.iacguard.cli.report.merge;

import org.jspecify.annotations.NullMarked;
