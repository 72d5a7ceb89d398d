/** Terraform's types, conversion, equality and arithmetic, and the limits of evaluation. */
@NullMarked
package dev.iacguard.core.terraform.value;

import org.jspecify.annotations.NullMarked;
