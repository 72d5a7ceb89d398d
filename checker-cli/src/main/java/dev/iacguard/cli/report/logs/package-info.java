/** The report on samples of access logs, one class per format. */
@NullMarked
package dev.iacguard.cli.report.logs;

import org.jspecify.annotations.NullMarked;
