/** Reads configuration files and holds them against what may be written in them. */
@NullMarked
package dev.iacguard.core.config;

import org.jspecify.annotations.NullMarked;
