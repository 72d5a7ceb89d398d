package dev.iacguard.core.logs;

/** Measures lines one by one. For one thread. */
final class LogMeter {
  /** What CloudWatch Logs counts for an event beside its text (PutLogEvents). */
  static final int EVENT = 26;

  private static final int ALL_BITS = 6;

  final FieldTable fields;
  final RouteTable routes = new RouteTable();
  final Requests all = new Requests(ALL_BITS);
  private final LogTime time = new LogTime();
  private final RouteName route = new RouteName();
  long lines;
  long bytes;
  long largest;
  long bareDashes;
  long withStatus;
  long withLatency;
  long withTime;
  long withRoute;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  LogMeter(FieldTable fields) {
    this.fields = fields;
  }

  /**
   * @param size of the record
   * @param received when it came to the log, in seconds since 1970; {@link LogTime#NONE} when that
   *     is not known
   */
  void add(byte[] buffer, ParsedLine line, int size, long received) {
    int event = size + EVENT;
    lines++;
    bytes += event;
    largest = Math.max(largest, event);
    bareDashes += line.bareDash ? 1 : 0;
    int status = 0;
    int method = -1;
    int routeAt = -1;
    int pathAt = -1;
    long latency = -1;
    long integration = -1;
    long second = LogTime.NONE;
    for (int i = 0; i < line.count; i++) {
      int field = line.field[i];
      int from = line.from[i];
      int to = line.to[i];
      fields.present[field]++;
      fields.bytes[field] += line.size[i];
      if (isEmpty(buffer, from, to)) {
        fields.empty[field]++;
        continue;
      }
      switch (fields.role(field)) {
        case OTHER -> {}
        case STATUS ->
            status = to - from == 3 ? (int) Math.max(0, LogTime.number(buffer, from, to)) : status;
        case LATENCY -> latency = LogTime.number(buffer, from, to);
        case INTEGRATION_LATENCY -> integration = LogTime.number(buffer, from, to);
        case TIME -> second = second == LogTime.NONE ? time.seconds(buffer, from, to) : second;
        case METHOD -> method = i;
        case ROUTE -> routeAt = i;
        case PATH -> pathAt = i;
      }
    }
    second = second == LogTime.NONE ? received : second;
    latency = latency < 0 ? integration : latency;
    name(buffer, line, method, routeAt, pathAt);
    count(status, latency, second);
    all.add(event, status, latency);
    routes.add(route.bytes(), route.length(), second, event, status, latency);
  }

  private void name(byte[] buffer, ParsedLine line, int method, int routeAt, int pathAt) {
    route.clear();
    if (routeAt < 0 && pathAt < 0) {
      return;
    }
    if (method >= 0) {
      route.method(buffer, line.from[method], line.to[method]);
    }
    if (routeAt >= 0) {
      route.route(buffer, line.from[routeAt], line.to[routeAt]);
    } else {
      route.path(buffer, line.from[pathAt], line.to[pathAt]);
    }
  }

  private void count(int status, long latency, long second) {
    withStatus += status > 0 ? 1 : 0;
    withLatency += latency >= 0 ? 1 : 0;
    withRoute += route.length() > 0 ? 1 : 0;
    if (second != LogTime.NONE) {
      withTime++;
      first = Math.min(first, second);
      last = Math.max(last, second);
    }
  }

  /** Nothing, the dash that API Gateway writes for what a request does not have, or null. */
  private static boolean isEmpty(byte[] bytes, int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 1 -> bytes[from] == '-';
      case 4 ->
          bytes[from] == 'n'
              && bytes[from + 1] == 'u'
              && bytes[from + 2] == 'l'
              && bytes[from + 3] == 'l';
      default -> false;
    };
  }
}
