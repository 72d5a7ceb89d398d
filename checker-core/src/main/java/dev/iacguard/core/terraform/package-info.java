/**
 * Evaluates Terraform: modules, variables, expressions, {@code count} and {@code for_each},
 * providers.
 */
@NullMarked
package dev.iacguard.core.terraform;

import org.jspecify.annotations.NullMarked;
