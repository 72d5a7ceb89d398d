package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.ReportedFinding;

/**
 * A finding that is not fixed.
 *
 * @param reason completes "not fixed: …"
 */
public record Withheld(ReportedFinding finding, String reason) {}
