@NullMarked
package dev.iacguard.rules;

import org.jspecify.annotations.NullMarked;
