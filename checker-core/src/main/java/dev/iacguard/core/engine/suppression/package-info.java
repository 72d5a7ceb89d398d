@NullMarked
package dev.iacguard.core.engine.suppression;

import org.jspecify.annotations.NullMarked;
