@NullMarked
package dev.iacguard.core.terraform.function;

import org.jspecify.annotations.NullMarked;
