package dev.iacguard.core.logs;

/**
 * What could not be read.
 *
 * @param line of the file, or the number of the event in an export; counts from 1; 0 for the whole
 *     file
 * @param column of the first byte that does not fit; counts from 1; 0 for the whole file
 * @param message without a word of what the line says
 */
public record LogProblem(String file, long line, long column, String message) {}
