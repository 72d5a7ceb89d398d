package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tree as it was judged.
 *
 * @param findings those that are reported, suppressed ones among them
 * @param keys of the findings
 */
public record Judged(CheckResult result, List<ReportedFinding> findings, Set<VerdictKey> keys) {
  public Judged(CheckResult result, List<ReportedFinding> findings) {
    this(
        result,
        findings,
        findings.stream()
            .map(finding -> VerdictKey.of(finding.verdict()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether there is a finding of the same rule about the same subject. */
  boolean has(ReportedFinding finding) {
    return keys.contains(VerdictKey.of(finding.verdict()));
  }
}
