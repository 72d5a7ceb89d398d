package dev.iacguard.core.rule.pack;

/** What a policy can be exported to. */
public enum ExportTarget {
  /** Custom policy rules of AWS Config. */
  CONFIG,
  /** A Guard hook of CloudFormation. */
  GUARD_HOOK,
  /** A service control policy of AWS Organizations. */
  SCP
}
