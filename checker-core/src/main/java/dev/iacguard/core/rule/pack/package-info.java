@NullMarked
package dev.iacguard.core.rule.pack;

import org.jspecify.annotations.NullMarked;
