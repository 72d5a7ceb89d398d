package dev.iacguard.core.hcl;

/** A comment with its delimiters; a line comment ends before the line's end. */
public record Comment(int start, int end) {}
