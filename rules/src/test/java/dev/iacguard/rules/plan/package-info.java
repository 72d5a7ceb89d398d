@NullMarked
package dev.iacguard.rules.plan;

import org.jspecify.annotations.NullMarked;
