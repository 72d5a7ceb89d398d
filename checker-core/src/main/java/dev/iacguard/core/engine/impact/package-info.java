@NullMarked
package dev.iacguard.core.engine.impact;

import org.jspecify.annotations.NullMarked;
