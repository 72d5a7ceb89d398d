package dev.iacguard.core.rule;

import dev.iacguard.core.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A waiver: an entry of the policy that suppresses findings.
 *
 * @param rule id or name
 * @param resource a pattern over addresses, {@code *} for any characters; one without instance key
 *     covers every instance
 * @param path a pattern over paths in the tree, as of {@code fileset}: it covers what lies in a
 *     file or folder that it matches, and stacks of that name; null for everywhere
 * @param reason why; blank when none is given
 * @param since the day it was decided on, or null when that is not said
 * @param until the last day it covers, or null for no end
 * @param at where it is written
 */
public record Waiver(
    String rule,
    String resource,
    @Nullable String path,
    String reason,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Span at) {}
