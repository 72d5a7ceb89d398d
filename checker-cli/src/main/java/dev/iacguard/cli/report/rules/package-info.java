/** Reports of rules and settings. */
@NullMarked
package dev.iacguard.cli.report.rules;

import org.jspecify.annotations.NullMarked;
