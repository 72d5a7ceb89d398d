/** Terraform: configuration, modules, variables and evaluation. */
@NullMarked
package dev.iacguard.core.terraform;

import org.jspecify.annotations.NullMarked;
