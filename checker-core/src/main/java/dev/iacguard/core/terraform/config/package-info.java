@NullMarked
package dev.iacguard.core.terraform.config;

import org.jspecify.annotations.NullMarked;
