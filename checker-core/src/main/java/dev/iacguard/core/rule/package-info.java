/** What a rule author sees. */
@NullMarked
package dev.iacguard.core.rule;

import org.jspecify.annotations.NullMarked;
