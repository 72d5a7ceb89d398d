package dev.iacguard.core.logs;

import dev.iacguard.core.logs.LogSummary.Spike;
import dev.iacguard.core.logs.LogSummary.SpikeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds hours that stand out: at least three times as much as in the median hour of the same route,
 * in an hour with enough requests to say so, and for errors by far more than chance makes.
 */
final class Spikes {
  private static final double FACTOR = 3;
  private static final int FEWEST_REQUESTS = 20;
  private static final int DEVIATIONS = 5;
  private static final int FEWEST_HOURS = 3;
  private static final double LEAST_SHARE = 0.05;
  private static final double LEAST_MILLIS = 100;
  private static final int MOST = 50;

  private final RouteTable routes;
  private final List<Spike> found = new ArrayList<>();

  Spikes(RouteTable routes) {
    this.routes = routes;
  }

  /** A number of a route's hour. */
  private record Cell(long start, Requests requests) {}

  /** The heaviest first, at most fifty. */
  List<Spike> found() {
    Hours hours = routes.hours();
    List<Cell> all = new ArrayList<>();
    for (int hour = 0; hour < hours.size(); hour++) {
      all.add(new Cell(hours.start(hour), hours.requests(hour)));
    }
    find(SpikeKind.REQUESTS, null, all, requests -> requests.count, FEWEST_REQUESTS);
    find(null, all);
    for (int route = 0; route < routes.size(); route++) {
      List<Cell> cells = new ArrayList<>();
      for (int hour = 0; hour < hours.size(); hour++) {
        @Nullable Requests cell = routes.cell(route, hour);
        if (cell != null) {
          cells.add(new Cell(hours.start(hour), cell));
        }
      }
      find(routes.name(route), cells);
    }
    found.sort(
        Comparator.comparing(Spike::kind, Comparator.reverseOrder())
            .thenComparingInt(spike -> spike.route() == null ? 0 : 1)
            .thenComparing(Spike::requests, Comparator.reverseOrder())
            .thenComparingLong(Spike::start)
            .thenComparing(spike -> String.valueOf(spike.route())));
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private void find(@Nullable String route, List<Cell> cells) {
    find(
        SpikeKind.CLIENT_ERRORS,
        route,
        cells,
        requests -> (double) requests.clientErrors / requests.count,
        LEAST_SHARE);
    find(
        SpikeKind.SERVER_ERRORS,
        route,
        cells,
        requests -> (double) requests.serverErrors / requests.count,
        LEAST_SHARE);
    find(
        SpikeKind.LATENCY,
        route,
        cells,
        requests -> requests.latency().percentile(0.95),
        LEAST_MILLIS);
  }

  private void find(
      SpikeKind kind,
      @Nullable String route,
      List<Cell> cells,
      ToDoubleFunction<Requests> value,
      double least) {
    if (cells.size() < FEWEST_HOURS) {
      return;
    }
    double[] values =
        cells.stream().mapToDouble(cell -> value.applyAsDouble(cell.requests)).sorted().toArray();
    double usual = values[values.length / 2];
    for (Cell cell : cells) {
      double own = value.applyAsDouble(cell.requests);
      boolean much = own >= least && own >= FACTOR * usual;
      if (cell.requests.count >= FEWEST_REQUESTS && much && isNoChance(kind, cell, own, usual)) {
        found.add(new Spike(kind, route, cell.start, cell.requests.count, own, usual));
      }
    }
  }

  /** Numbers of errors vary by about the square root of what is usual. */
  private static boolean isNoChance(SpikeKind kind, Cell cell, double own, double usual) {
    if (kind != SpikeKind.CLIENT_ERRORS && kind != SpikeKind.SERVER_ERRORS) {
      return true;
    }
    double expected = usual * cell.requests.count;
    return own * cell.requests.count >= expected + DEVIATIONS * (1 + Math.sqrt(expected));
  }
}
