package dev.iacguard.core.logs;

/** Requests that are counted together. */
final class Requests {
  private static final int CLIENT_ERROR = 4;
  private static final int SERVER_ERROR = 5;

  long count;
  long bytes;
  long clientErrors;
  long serverErrors;
  private final Histogram latency;

  /**
   * @param bits precision of percentiles, see {@link Histogram}
   */
  Requests(int bits) {
    latency = new Histogram(bits);
  }

  /**
   * @param status 0 when it is not known
   * @param millis -1 when it is not known
   */
  void add(int size, int status, long millis) {
    count++;
    bytes += size;
    if (status / 100 == CLIENT_ERROR) {
      clientErrors++;
    } else if (status / 100 == SERVER_ERROR) {
      serverErrors++;
    }
    if (millis >= 0) {
      latency.add(millis);
    }
  }

  Histogram latency() {
    return latency;
  }
}
