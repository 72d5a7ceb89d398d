/** Reads {@code iac-guard.yaml}, presets and environments. */
@NullMarked
package dev.iacguard.rules.config;

import org.jspecify.annotations.NullMarked;
