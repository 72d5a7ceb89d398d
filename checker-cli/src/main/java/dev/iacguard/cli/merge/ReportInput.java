package dev.iacguard.cli.merge;

import java.nio.file.Path;

/**
 * A file that may be a report.
 *
 * @param name as the user wrote it, or below the directory that the user wrote
 * @param isLink whether it was found below a directory as a link that leads out of it
 * @param repository what the report is counted under when it names no repository
 */
record ReportInput(String name, Path path, boolean isLink, String repository) {}
