/** SARIF reports. */
@NullMarked
package dev.iacguard.cli.report.sarif;

import org.jspecify.annotations.NullMarked;
