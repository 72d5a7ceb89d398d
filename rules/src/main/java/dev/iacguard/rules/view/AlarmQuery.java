package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.AlarmDimensions.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which metric a query asks for that is written as an expression of metric math: one of
 * Metrics Insights ({@code SELECT SUM("5XXError") FROM SCHEMA("AWS/ApiGateway", ApiName)}) or a
 * {@code SEARCH}. The first adds up all that its WHERE clause leaves.
 */
final class AlarmQuery {
  /** Represents an unknown piece. */
  private static final char PIECE = '\uFFFC';

  private static final String NAMESPACE = "(?:\"([^\"]*)\"|([\\w\uFFFC]+))";

  private static final Pattern SELECT =
      Pattern.compile(
          "\\s*SELECT\\s+\\w+\\s*\\(\\s*\"?([^\")]*)\"?\\s*\\)\\s+FROM\\s+(?:SCHEMA\\s*\\(\\s*"
              + NAMESPACE
              + "[^)]*\\)|"
              + NAMESPACE
              + ")\\s*(?:WHERE\\s+(.*?)\\s*)?(?:GROUP\\s+BY\\s+[\\w\\s,.\"]*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern FILTER = Pattern.compile("\"?(\\w+)\"?\\s*=\\s*'([^']*)'");
  private static final Pattern AND = Pattern.compile("\\s+AND\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEARCHED_METRIC = Pattern.compile("MetricName\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern SEARCHED_SCHEMA = Pattern.compile("\\{\\s*\"?([^,}\"]*)");

  /** The group of {@link #SELECT} that is the WHERE clause. */
  private static final int FILTERED = 6;

  /** Longer ones are not read. */
  private static final int LONGEST = 4_096;

  private final Scenario scenario;
  private final Origin origin;
  private final String text;
  private final List<TextPart.Hole> holes = new ArrayList<>();

  private AlarmQuery(Scenario scenario, Value expression) {
    this.scenario = scenario;
    this.origin = expression.origin();
    StringBuilder whole = new StringBuilder();
    if (expression instanceof Value.Text written) {
      for (TextPart part : written.parts()) {
        switch (part) {
          case TextPart.Literal literal -> whole.append(literal.text());
          case TextPart.Hole hole -> {
            holes.add(hole);
            whole.append(PIECE);
          }
        }
      }
    }
    this.text = whole.toString();
  }

  /**
   * The metric that an expression asks for; null when it is no query.
   *
   * @param expression resolved
   */
  static @Nullable AlarmMetric metric(Scenario scenario, Value expression) {
    AlarmQuery query = new AlarmQuery(scenario, expression);
    if (expression instanceof Value.Unknown) {
      return query.metric(null, null, open());
    }
    String upper = query.text.toUpperCase(Locale.ROOT);
    if (upper.strip().startsWith("SELECT")) {
      return query.selected();
    }
    return upper.contains("SEARCH(") ? query.searched() : null;
  }

  private AlarmMetric selected() {
    Matcher query = SELECT.matcher(text.length() > LONGEST ? "" : text);
    if (!query.matches()) {
      return query.reset().lookingAt()
          ? metric(query.group(1), namespace(query), open())
          : metric(null, null, open());
    }
    String filter = query.group(FILTERED);
    AlarmDimensions dimensions =
        filter == null
            ? new AlarmDimensions(List.of(), List.of(), Extent.EVERY)
            : filtered(filter, query.start(FILTERED));
    return metric(query.group(1), namespace(query), dimensions);
  }

  private static @Nullable String namespace(Matcher query) {
    for (int group = 2; group < FILTERED; group++) {
      if (query.group(group) != null) {
        return query.group(group);
      }
    }
    return null;
  }

  /** A clause that says more than which APIs and stages are meant may leave out any of them. */
  private AlarmDimensions filtered(String filter, int start) {
    List<Value> apis = new ArrayList<>();
    List<Value> stages = new ArrayList<>();
    Extent extent = Extent.EVERY;
    int at = 0;
    for (String each : AND.split(filter, -1)) {
      int from = filter.indexOf(each, at);
      at = from + each.length();
      Matcher equal = FILTER.matcher(each);
      if (!equal.matches()) {
        extent = Extent.QUERY;
      } else if (AlarmDimensions.API.contains(equal.group(1))) {
        apis.add(value(equal.group(2), start + from + equal.start(2)));
      } else if (equal.group(1).equals(AlarmDimensions.STAGE)) {
        stages.add(value(equal.group(2), start + from + equal.start(2)));
      } else {
        extent = Extent.QUERY;
      }
    }
    return new AlarmDimensions(List.copyOf(apis), List.copyOf(stages), extent);
  }

  /** A piece of the text with what was in its holes. */
  private Value value(String piece, int start) {
    int hole = (int) text.substring(0, start).chars().filter(each -> each == PIECE).count();
    if (piece.length() == 1 && piece.charAt(0) == PIECE) {
      return scenario.resolve(holes.get(hole).value());
    }
    TextBuilder parts = new TextBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char each = piece.charAt(i);
      if (each == PIECE) {
        parts.add(holes.get(hole++));
      } else {
        parts.add(String.valueOf(each));
      }
    }
    return parts.build(origin);
  }

  private AlarmMetric searched() {
    Matcher metric = SEARCHED_METRIC.matcher(text);
    Matcher schema = SEARCHED_SCHEMA.matcher(text);
    return metric(
        metric.find() ? metric.group(1) : null, schema.find() ? schema.group(1) : null, open());
  }

  private static AlarmDimensions open() {
    return new AlarmDimensions(List.of(), List.of(), Extent.QUERY);
  }

  private AlarmMetric metric(
      @Nullable String name, @Nullable String namespace, AlarmDimensions dimensions) {
    return new AlarmMetric(known(name), known(namespace), dimensions);
  }

  private Value known(@Nullable String piece) {
    return piece == null || piece.indexOf(PIECE) >= 0
        ? Value.Unknown.of(Cause.NOT_EVALUATED, "a query of metrics", origin)
        : Value.Text.of(piece.strip(), origin);
  }
}
