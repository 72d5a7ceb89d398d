@NullMarked
package dev.iacguard.core.engine.baseline;

import org.jspecify.annotations.NullMarked;
