/** The API Gateway rules, found through {@link java.util.ServiceLoader}. */
@NullMarked
package dev.iacguard.rules;

import org.jspecify.annotations.NullMarked;
