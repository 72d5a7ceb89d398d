/** Terraform's functions, one entry each in {@code Functions}. */
@NullMarked
package dev.iacguard.core.terraform.function;

import org.jspecify.annotations.NullMarked;
