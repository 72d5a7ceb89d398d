/** Edits of Terraform's native syntax, as {@code terraform fmt} leaves them. */
@NullMarked
package dev.iacguard.core.terraform.edit;

import org.jspecify.annotations.NullMarked;
