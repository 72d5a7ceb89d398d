@NullMarked
package dev.iacguard.core.rule;

import org.jspecify.annotations.NullMarked;
