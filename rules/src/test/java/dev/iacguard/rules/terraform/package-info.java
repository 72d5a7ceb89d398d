/** Terraform code made at random, and what may be done to it without changing a verdict. */
@NullMarked
package dev.iacguard.rules.terraform;

import org.jspecify.annotations.NullMarked;
