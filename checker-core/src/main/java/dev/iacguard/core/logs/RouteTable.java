package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Requests by route, and of each route by hour. Both are bounded; the others are counted together.
 */
final class RouteTable {
  static final int MOST_ROUTES = 500;

  /** A quarter of a year. */
  static final int MOST_HOURS = 2_208;

  /** Pairs of a route and an hour. */
  static final int MOST_CELLS = 20_000;

  /** The number of all other routes together. */
  static final int OTHERS = MOST_ROUTES;

  private static final int ROUTE_BITS = 6;
  private static final int CELL_BITS = 3;

  private final ByteKeys names = new ByteKeys(MOST_ROUTES);
  private final @Nullable Requests[] routes = new Requests[MOST_ROUTES + 1];
  private final @Nullable Requests[][] cells = new Requests[MOST_ROUTES + 1][];
  private final Hours hours = new Hours(MOST_HOURS, ROUTE_BITS);
  private int cellCount;
  private boolean lostCells;

  /**
   * @param length of the name; 0 when the line names no route
   * @param second since 1970, or {@link LogTime#NONE}
   */
  void add(byte[] name, int length, long second, int size, int status, long millis) {
    int number = length == 0 ? -1 : names.number(name, 0, length);
    int route = number < 0 ? OTHERS : number;
    Requests requests = routes[route];
    if (requests == null) {
      requests = new Requests(ROUTE_BITS);
      routes[route] = requests;
    }
    requests.add(size, status, millis);
    if (second != LogTime.NONE) {
      int hour = hours.number(second);
      hours.requests(hour).add(size, status, millis);
      if (hour != hours.others()) {
        addCell(route, hour, size, status, millis);
      }
    }
  }

  private void addCell(int route, int hour, int size, int status, long millis) {
    @Nullable Requests[] row = cells[route];
    if (row == null || hour >= row.length) {
      @Nullable Requests[] longer = new Requests[Math.max(32, hour * 2)];
      if (row != null) {
        System.arraycopy(row, 0, longer, 0, row.length);
      }
      cells[route] = longer;
      row = longer;
    }
    Requests cell = row[hour];
    if (cell == null) {
      if (cellCount == MOST_CELLS) {
        lostCells = true;
        return;
      }
      cellCount++;
      cell = new Requests(CELL_BITS);
      row[hour] = cell;
    }
    cell.add(size, status, millis);
  }

  Hours hours() {
    return hours;
  }

  int size() {
    return names.size();
  }

  String name(int route) {
    return new String(names.key(route), StandardCharsets.UTF_8);
  }

  @Nullable Requests requests(int route) {
    return routes[route];
  }

  @Nullable Requests cell(int route, int hour) {
    @Nullable Requests[] row = cells[route];
    return row == null || hour >= row.length ? null : row[hour];
  }

  /** Whether pairs of route and hour were left out. */
  boolean lostCells() {
    return lostCells;
  }
}
