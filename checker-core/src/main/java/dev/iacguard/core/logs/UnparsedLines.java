package dev.iacguard.core.logs;

import org.jspecify.annotations.Nullable;

/** Counts the lines that are not measured. */
final class UnparsedLines {
  long count;

  /** As CloudWatch Logs counts them. */
  long bytes;

  long tooLong;
  private @Nullable LogProblem firstWrong;
  private @Nullable LogProblem firstTooLong;

  void wrong(String file, long line, long column, String reason, long size) {
    add(size);
    if (firstWrong == null) {
      firstWrong = new LogProblem(file, line, column, reason);
    }
  }

  /** Takes a line that is longer than {@link LineSplitter#LONGEST}. */
  void tooLong(String file, long line, long size) {
    add(size);
    tooLong++;
    if (firstTooLong == null) {
      firstTooLong = new LogProblem(file, line, 1, "it is longer than 1 MiB");
    }
  }

  private void add(long size) {
    count++;
    bytes += size + LogMeter.EVENT;
  }

  /** The first line with something wrong in it, or else the first that is too long. */
  @Nullable LogProblem first() {
    return firstWrong == null ? firstTooLong : firstWrong;
  }

  /** What is said once of all lines that are too long; null when there is none. */
  @Nullable LogProblem skipped() {
    LogProblem first = firstTooLong;
    return first == null
        ? null
        : new LogProblem(
            first.file(),
            first.line(),
            first.column(),
            tooLong == 1
                ? "a line is longer than 1 MiB and was skipped"
                : tooLong + " lines are longer than 1 MiB and were skipped; this is the first");
  }
}
