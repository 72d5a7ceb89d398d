package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes what a command found in one format. Each format is one class, listed once in the format
 * table of its command; help, completion, tests and golden files follow from the table.
 *
 * @param <T> what the command found
 */
public interface ReportWriter<T> {
  void write(T found, Writer out) throws IOException;
}
