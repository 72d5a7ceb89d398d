package dev.iacguard.core.hcl;

/** A comment with its marks; a line comment ends before the line's end. */
public record Comment(int start, int end) {}
