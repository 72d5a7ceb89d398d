@NullMarked
package dev.iacguard.rules.check;

import org.jspecify.annotations.NullMarked;
