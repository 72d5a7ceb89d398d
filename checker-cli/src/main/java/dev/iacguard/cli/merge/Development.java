package dev.iacguard.cli.merge;

import java.util.List;

/** How the figures changed from day to day. */
public record Development(List<String> missing) {}
