@NullMarked
package dev.iacguard.core.rule.scenario;

import org.jspecify.annotations.NullMarked;
