package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One step of an origin, read from the use of a value back to where it was written.
 *
 * @param label what it came through: {@code local.format}, {@code var.days (default)}, {@code
 *     Globals}
 * @param at where that was given its value
 * @param next the leg before this one, nearer to where the value was written
 */
public record Step(String label, Span at, @Nullable Step next) {}
