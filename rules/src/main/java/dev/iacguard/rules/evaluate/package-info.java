@NullMarked
package dev.iacguard.rules.evaluate;

import org.jspecify.annotations.NullMarked;
