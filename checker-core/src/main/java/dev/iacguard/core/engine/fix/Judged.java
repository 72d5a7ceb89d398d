package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import java.util.List;

/**
 * A tree as it was judged.
 *
 * @param findings those that are reported, suppressed ones among them
 */
public record Judged(CheckResult result, List<ReportedFinding> findings) {}
