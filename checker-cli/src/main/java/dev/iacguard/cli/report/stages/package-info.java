/** Lists of stages and their statistics. */
@NullMarked
package dev.iacguard.cli.report.stages;

import org.jspecify.annotations.NullMarked;
