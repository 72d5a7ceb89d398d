/** What a rule author sees: rules, outcomes, verdicts and findings. */
@NullMarked
package dev.iacguard.core.rule;

import org.jspecify.annotations.NullMarked;
