package dev.iacguard.rules.view;

import dev.iacguard.core.source.Span;

/**
 * The name of a metric that API Gateway does not publish for this kind of API.
 *
 * @param meant the name that is most like it
 */
public record MisspeltMetric(String written, String meant, Span at) {}
