package dev.iacguard.core.logs;

/**
 * Counts whole numbers in buckets whose width grows with the value, so that a percentile is at most
 * one part in so many off, in bounded memory.
 */
final class Histogram {
  private static final int LARGEST = Integer.MAX_VALUE;

  private final int bits;
  private final int[] counts;
  private long total;

  /**
   * @param bits a percentile is off by at most one part in two to the power of this
   */
  Histogram(int bits) {
    this.bits = bits;
    counts = new int[bucket(LARGEST) + 1];
  }

  void add(long value) {
    counts[bucket(Math.clamp(value, 0, LARGEST))]++;
    total++;
  }

  long total() {
    return total;
  }

  /** The least value that at least this part of all values does not exceed; -1 without values. */
  long percentile(double part) {
    long wanted = Math.max(1, (long) Math.ceil(part * total));
    long below = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      below += counts[bucket];
      if (below >= wanted) {
        return middle(bucket);
      }
    }
    return -1;
  }

  /** Small values have a bucket each. */
  private int bucket(int value) {
    int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(value) - bits - 1);
    return (shift << bits) + (value >>> shift);
  }

  private long middle(int bucket) {
    if (bucket < 2 << bits) {
      return bucket;
    }
    int shift = (bucket >>> bits) - 1;
    long start = (long) (bucket - (shift << bits)) << shift;
    return start + ((1L << shift) - 1) / 2;
  }
}
