@NullMarked
package dev.iacguard.core.terraform.value;

import org.jspecify.annotations.NullMarked;
