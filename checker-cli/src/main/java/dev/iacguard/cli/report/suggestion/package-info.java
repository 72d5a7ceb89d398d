/** The report that suggests code, and what all reports suggest. */
@NullMarked
package dev.iacguard.cli.report.suggestion;

import org.jspecify.annotations.NullMarked;
