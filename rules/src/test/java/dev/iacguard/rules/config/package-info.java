@NullMarked
package dev.iacguard.rules.config;

import org.jspecify.annotations.NullMarked;
