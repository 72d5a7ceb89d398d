/** Terraform's and OpenTofu's plans and states as JSON, joined with the code beside them. */
@NullMarked
package dev.iacguard.core.plan;

import org.jspecify.annotations.NullMarked;
