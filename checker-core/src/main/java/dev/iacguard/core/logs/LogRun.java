package dev.iacguard.core.logs;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads samples of access logs and measures them together. For one thread. */
public final class LogRun {
  private static final int HEAD = 1 << 12;
  private static final int GZIP_BUFFER = 1 << 16;

  private final LogLayout layout;
  private final FieldTable fields;
  private final LogMeter meter;
  private final ParsedLine line = new ParsedLine();
  private final Set<String> kinds = new TreeSet<>();
  private final List<LogProblem> problems = new ArrayList<>();
  private final UnparsedLines unparsed = new UnparsedLines();
  private @Nullable LineFormat format;
  private int files;

  public LogRun(LogLayout layout) {
    this.layout = layout;
    fields = new FieldTable(layout.variables());
    meter = new LogMeter(fields);
  }

  /**
   * Reads one file: lines, or an export with lines in it; packed by gzip or not.
   *
   * @param name for messages
   * @param in is not closed
   */
  public void read(String name, InputStream in) {
    files++;
    format = null;
    try {
      InputStream stream = PlainText.of(unpacked(in));
      byte[] head = head(stream);
      read(name, head, new SequenceInputStream(new ByteArrayInputStream(head), stream));
    } catch (EOFException | ZipException e) {
      add(name, "the gzip file is damaged or cut off; what was read counts");
    } catch (IOException e) {
      add(name, "cannot be read: " + e.getMessage());
    }
  }

  private void read(String name, byte[] head, InputStream in) throws IOException {
    EventExport.Events events = (number, bytes, second) -> event(name, number, bytes, second);
    String output = CliOutput.problem(head);
    if (isBinary(head)) {
      add(name, "is not text");
    } else if (!output.isEmpty()) {
      add(name, output);
    } else if (EventExport.isOne(head)) {
      EventExport.read(in, events).forEach(message -> add(name, message));
    } else if (EventTable.isOne(head)) {
      add(name, EventTable.read(head, in, events));
    } else {
      lines(name, new LineSplitter(in));
    }
  }

  /** Takes up a file that cannot be opened. */
  public void refuse(String name, String reason) {
    files++;
    add(name, reason);
  }

  private void add(String name, String problem) {
    if (!problem.isEmpty()) {
      problems.add(new LogProblem(name, 0, 0, problem));
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    InputStream stream = new BufferedInputStream(in, GZIP_BUFFER);
    stream.mark(2);
    boolean packed = stream.read() == 0x1f && stream.read() == 0x8b;
    stream.reset();
    return packed ? new GZIPInputStream(stream, GZIP_BUFFER) : stream;
  }

  /** Less where the stream ends or breaks off; reading on says so again. */
  private static byte[] head(InputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int length = 0;
    try {
      int count = in.read(head);
      while (count > 0) {
        length += count;
        count = in.read(head, length, HEAD - length);
      }
    } catch (EOFException | ZipException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(head, length);
  }

  private static boolean isBinary(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private void lines(String name, LineSplitter lines) throws IOException {
    long number = 0;
    while (lines.next()) {
      number++;
      if (lines.tooLong) {
        unparsed.tooLong(name, number, lines.size);
      } else {
        record(name, number, lines.buffer(), lines.from, lines.to);
      }
    }
  }

  /** Takes the prefix off that an export to S3 puts in front of a line. */
  private void record(String name, long number, byte[] bytes, int from, int to) {
    int start = from;
    long received = LogTime.NONE;
    int behind = ExportPrefix.end(bytes, from, to);
    if (behind > from) {
      received = ExportPrefix.seconds(bytes, from, behind);
      start = ExportPrefix.message(bytes, behind, to);
    }
    records(name, number, /* lineStart= */ from, bytes, /* from= */ start, to, received);
  }

  private void event(String name, long number, byte[] bytes, long second) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    if (end > LineSplitter.LONGEST) {
      unparsed.tooLong(name, number, end);
    } else {
      records(name, number, 0, bytes, 0, end, second);
    }
  }

  /** A line may hold several records: what Firehose writes has no ends of lines. */
  private void records(
      String name, long number, int lineStart, byte[] bytes, int from, int to, long received) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    if (at == to) {
      return;
    }
    LineFormat known = format;
    if (known == null) {
      known = layout.lineFormat(bytes, at, to, fields);
      if (known == null) {
        unparsed.wrong(name, number, 1, "the format of this line is not known", to - from);
        return;
      }
      format = known;
      kinds.add(known.kind());
    }
    while (at < to) {
      if (!known.read(bytes, at, to, line)) {
        unparsed.wrong(name, number, line.errorAt - lineStart + 1L, line.error, to - at);
        return;
      }
      meter.add(bytes, line, line.end - at, received);
      at = line.end;
      while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
        at++;
      }
    }
  }

  /** What was measured so far. */
  public LogSummary summary() {
    List<LogProblem> all = new ArrayList<>(problems);
    LogProblem skipped = unparsed.skipped();
    if (skipped != null) {
      all.add(skipped);
    }
    return LogSummaries.of(meter, files, List.copyOf(kinds), unparsed, all);
  }
}
