/** IAM policy documents, as far as rules on logging read them. */
@NullMarked
package dev.iacguard.rules.iam;

import org.jspecify.annotations.NullMarked;
