package dev.iacguard.rules.iam;

import java.util.List;

/**
 * An IAM policy document.
 *
 * @param complete false when it may hold more statements
 */
public record PolicyDocument(List<Statement> statements, boolean complete) {
  /** A document of which nothing is known. */
  public static final PolicyDocument UNKNOWN = new PolicyDocument(List.of(), false);

  /** True when all of it is known. */
  public boolean isCertain() {
    return complete && statements.stream().allMatch(Statement::certain);
  }
}
