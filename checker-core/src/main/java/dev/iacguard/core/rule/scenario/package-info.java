/** Scenarios, whether conditions can hold together, and one verdict from many outcomes. */
@NullMarked
package dev.iacguard.core.rule.scenario;

import org.jspecify.annotations.NullMarked;
