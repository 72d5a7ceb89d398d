/** The facts, verdicts and statistics of stages, stacks and trees. */
@NullMarked
package dev.iacguard.core.rule.report;

import org.jspecify.annotations.NullMarked;
