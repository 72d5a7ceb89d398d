/** The report as one HTML page. */
@NullMarked
package dev.iacguard.cli.report.html;

import org.jspecify.annotations.NullMarked;
