package dev.iacguard.core.rule.report;

import java.util.List;

/**
 * The verdicts and statistics of a whole tree.
 *
 * @param stacks with what was found by looking at them together
 */
public record TreeReport(List<StackReport> stacks, PortfolioStatistics figures) {}
