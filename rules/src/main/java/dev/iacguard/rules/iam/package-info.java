/** IAM policy documents, as far as a policy on logging has to read them. */
@NullMarked
package dev.iacguard.rules.iam;

import org.jspecify.annotations.NullMarked;
