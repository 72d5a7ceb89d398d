package dev.iacguard.core.rule.report;

import java.util.List;

/**
 * All that is said of a tree.
 *
 * @param stacks with what was found by looking at them together
 */
public record TreeReport(List<StackReport> stacks, PortfolioStatistics figures) {}
