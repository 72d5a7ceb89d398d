package dev.iacguard.rules.view.role;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.iam.PolicyDocument;

/** A policy attached to a role. */
public sealed interface Grant {

  /** One whose document the code holds, or at least says to be there. */
  record Written(PolicyDocument document, Origin at) implements Grant {}

  /**
   * One that AWS wrote.
   *
   * @param name without partition and path: {@code AdministratorAccess}
   */
  record AwsManaged(String name, Origin at) implements Grant {}

  /** One that the code does not hold. */
  record Unseen(Uncertainty uncertainty) implements Grant {}

  /** One that may be another role's. */
  record PerhapsAttached(Grant grant, Uncertainty uncertainty) implements Grant {}
}
