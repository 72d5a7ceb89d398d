/** Measures access logs in one pass: bytes, empty fields, errors and latency by route and hour. */
@NullMarked
package dev.iacguard.core.logs;

import org.jspecify.annotations.NullMarked;
