/** Ignore comments in Terraform files. */
@NullMarked
package dev.iacguard.core.terraform.suppression;

import org.jspecify.annotations.NullMarked;
