/** The built-in rules for API Gateway access logging. */
@NullMarked
package dev.iacguard.rules;

import org.jspecify.annotations.NullMarked;
