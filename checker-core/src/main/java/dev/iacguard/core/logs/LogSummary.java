package dev.iacguard.core.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sample of an access log shows. Bytes count as CloudWatch Logs counts them, with 26 for
 * each event beside its text.
 *
 * @param files how many were read
 * @param formats {@code json}, {@code clf}, {@code csv}, {@code other}
 * @param requests lines that could be read
 * @param bytes of these
 * @param largest the largest of them, in bytes
 * @param unparsed lines that could not be read
 * @param firstUnparsed the first of these; null when there is none. One that is only too long comes
 *     behind all others
 * @param tooLong how many of the unparsed lines are longer than 1 MiB; a problem names the first
 * @param bareDashes lines with a dash without quotes in place of a number, which is not JSON
 * @param known what the lines say of a request
 * @param first the earliest time, in seconds since 1970; null when no line has one
 * @param last the latest
 * @param fields in the order of the format
 * @param otherFields how many bytes all fields beyond the first 200 have
 * @param routes the most requests first; those beyond the first 500 together, without a name, last
 * @param hours in order
 * @param spikes the heaviest first
 * @param spikesComplete false when there were too many pairs of routes and hours to look at
 */
public record LogSummary(
    int files,
    List<String> formats,
    long requests,
    long bytes,
    long largest,
    long unparsed,
    long unparsedBytes,
    @Nullable LogProblem firstUnparsed,
    long tooLong,
    long bareDashes,
    Known known,
    @Nullable Long first,
    @Nullable Long last,
    List<Field> fields,
    long otherFields,
    Group all,
    List<Group> routes,
    List<Hour> hours,
    List<Spike> spikes,
    boolean spikesComplete,
    List<LogProblem> problems) {

  /** How many lines say it. */
  public record Known(long status, long latency, long time, long route) {}

  /**
   * @param present how many lines have it
   * @param empty how many of these have nothing, a dash or null
   * @param bytes all of it, with its name, quotes and separator
   */
  public record Field(String name, long present, long empty, long bytes) {

    /** Whether it says nothing in any line. */
    public boolean isAlwaysEmpty() {
      return present > 0 && empty == present;
    }
  }

  /**
   * Requests that are counted together.
   *
   * @param name of the route; null for the requests of all others
   * @param latency null when no line says it
   */
  public record Group(
      @Nullable String name,
      long requests,
      long bytes,
      long clientErrors,
      long serverErrors,
      @Nullable Latency latency) {}

  /** In milliseconds; each at most 2 % off. */
  public record Latency(long p50, long p90, long p95, long p99) {}

  /**
   * @param start in seconds since 1970; null for all hours beyond the first 2,208 together
   */
  public record Hour(@Nullable Long start, Group requests) {}

  /** Kinds of spikes. */
  public enum SpikeKind {
    REQUESTS("requests"),
    CLIENT_ERRORS("4xx"),
    SERVER_ERRORS("5xx"),
    LATENCY("latency");

    private final String label;

    SpikeKind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * An hour that stands out.
   *
   * @param route null for all routes together
   * @param start of the hour, in seconds since 1970
   * @param value the number of requests, the share of errors from 0 to 1, or the 95th percentile of
   *     the latency in milliseconds
   * @param usual the same for the usual hour
   */
  public record Spike(
      SpikeKind kind,
      @Nullable String route,
      long start,
      long requests,
      double value,
      double usual) {}
}
