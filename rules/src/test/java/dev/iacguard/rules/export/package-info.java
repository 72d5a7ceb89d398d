@NullMarked
package dev.iacguard.rules.export;

import org.jspecify.annotations.NullMarked;
