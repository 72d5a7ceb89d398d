package dev.iacguard.core.logs;

import java.util.HashMap;
import java.util.Map;

/** Requests by hour, at most so many; the others are counted together. */
final class Hours {
  private static final int SECONDS = 3_600;

  private final Map<Long, Integer> numbers = new HashMap<>();
  private final long[] hours;
  private final Requests[] requests;
  private final int bits;
  private long lastHour = Long.MIN_VALUE;
  private int lastNumber;

  Hours(int most, int bits) {
    this.bits = bits;
    hours = new long[most];
    requests = new Requests[most + 1];
    requests[most] = new Requests(bits);
  }

  /** The number of all others. */
  int others() {
    return hours.length;
  }

  /**
   * @param second since 1970
   */
  int number(long second) {
    long hour = Math.floorDiv(second, SECONDS);
    if (hour != lastHour) {
      lastNumber = numbers.getOrDefault(hour, -1);
      if (lastNumber < 0) {
        lastNumber = numbers.size() == hours.length ? others() : added(hour);
      }
      lastHour = hour;
    }
    return lastNumber;
  }

  private int added(long hour) {
    int number = numbers.size();
    numbers.put(hour, number);
    hours[number] = hour;
    requests[number] = new Requests(bits);
    return number;
  }

  int size() {
    return numbers.size();
  }

  /** The second since 1970 with which it starts. */
  long start(int number) {
    return hours[number] * SECONDS;
  }

  Requests requests(int number) {
    return requests[number];
  }
}
