@NullMarked
package dev.iacguard.rules.policy;

import org.jspecify.annotations.NullMarked;
