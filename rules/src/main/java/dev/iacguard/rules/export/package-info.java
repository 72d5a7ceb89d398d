/**
 * The policy as rules that AWS evaluates itself: AWS Config, Guard hooks, service control policies.
 */
@NullMarked
package dev.iacguard.rules.export;

import org.jspecify.annotations.NullMarked;
