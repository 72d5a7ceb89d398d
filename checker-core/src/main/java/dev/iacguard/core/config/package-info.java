/** Reads YAML configuration strictly and validates it against its type. */
@NullMarked
package dev.iacguard.core.config;

import org.jspecify.annotations.NullMarked;
