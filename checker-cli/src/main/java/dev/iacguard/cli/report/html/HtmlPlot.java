package dev.iacguard.cli.report.html;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws how figures change from day to day, as lines of one plot. */
final class HtmlPlot {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 150;
  private static final int LEFT = 42;
  private static final int RIGHT = 8;
  private static final int TOP = 10;
  private static final int BOTTOM = 20;
  private static final int MOST_DOTS = 40;
  private static final double THOUSAND = 1_000;

  private final List<LocalDate> days;
  private final String unit;
  private final double top;

  /**
   * @param days at least one, in order
   * @param unit behind a number: {@code " %"}
   * @param most the largest value
   */
  HtmlPlot(List<LocalDate> days, String unit, double most) {
    this.days = days;
    this.unit = unit;
    this.top = round(most);
  }

  /**
   * A line.
   *
   * @param values one a day; null where it is not known
   */
  record Series(String name, List<@Nullable Double> values) {}

  void write(String title, List<Series> lines, Writer out) throws IOException {
    out.write("<figure class=\"plot\">" + Html.element("figcaption", "", title) + "\n");
    out.write("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"");
    out.write(Html.text(title + " from " + days.get(0) + " to " + last()) + "\">\n");
    grid(out);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i, out);
    }
    out.write("</svg>\n<ul class=\"legend\">");
    for (int i = 0; i < lines.size(); i++) {
      legend(lines.get(i), i, out);
    }
    out.write("</ul></figure>\n");
  }

  private void grid(Writer out) throws IOException {
    for (int part = 0; part <= 2; part++) {
      double value = top * part / 2;
      String y = number(y(value));
      out.write("<path class=\"grid\" d=\"M" + LEFT + " " + y + "H" + (WIDTH - RIGHT) + "\"/>");
      out.write("<text class=\"scale\" x=\"" + (LEFT - 5) + "\" y=\"" + number(y(value) + 3));
      out.write("\">" + Html.text(scale(value)) + "</text>\n");
    }
    int y = HEIGHT - 5;
    out.write("<text class=\"from\" x=\"" + LEFT + "\" y=\"" + y + "\">" + days.get(0) + "</text>");
    if (days.size() > 1) {
      out.write("<text class=\"to\" x=\"" + (WIDTH - RIGHT) + "\" y=\"" + y + "\">");
      out.write(last() + "</text>\n");
    }
  }

  /** A gap where nothing is known. */
  private void line(Series series, int number, Writer out) throws IOException {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < days.size(); i++) {
      Double value = series.values.get(i);
      if (value == null) {
        down = false;
        continue;
      }
      String x = number(x(days.get(i)));
      String y = number(y(value));
      path.append(down ? "L" : "M").append(x).append(' ').append(y);
      down = true;
      if (days.size() <= MOST_DOTS) {
        dots.append("<circle class=\"dot s").append(number).append("\" cx=\"").append(x);
        dots.append("\" cy=\"").append(y).append("\" r=\"2.2\"><title>");
        dots.append(Html.text(series.name + ", " + days.get(i) + ": " + shown(value)));
        dots.append("</title></circle>\n");
      }
    }
    out.write("<path class=\"line s" + number + "\" d=\"" + path + "\"/>\n" + dots);
  }

  private void legend(Series series, int number, Writer out) throws IOException {
    Double value = series.values.get(days.size() - 1);
    out.write("<li><svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">");
    out.write("<rect class=\"s" + number + "\" width=\"10\" height=\"10\" rx=\"2\"/></svg> ");
    out.write(Html.parted(series.name) + " ");
    out.write(Html.element("strong", "", value == null ? "-" : shown(value)) + "</li>");
  }

  private LocalDate last() {
    return days.get(days.size() - 1);
  }

  private double x(LocalDate day) {
    long span = last().toEpochDay() - days.get(0).toEpochDay();
    double part = span == 0 ? 0.5 : (double) (day.toEpochDay() - days.get(0).toEpochDay()) / span;
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  }

  /** Thousands as {@code 20 k}: the scale is narrow. */
  private String scale(double value) {
    return value >= 10 * THOUSAND ? Math.round(value / THOUSAND) + " k" + unit : shown(value);
  }

  /** With one digit where that says more. */
  private String shown(double value) {
    boolean whole = value == Math.rint(value) || value >= 100;
    return (whole
            ? String.valueOf(Math.round(value))
            : String.valueOf(Math.round(value * 10) / 10.0))
        + unit;
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }

  /** The next of 1, 2, 4, 6, 10, 20 and so on. */
  private static double round(double most) {
    double power = 1;
    while (power * 10 < most) {
      power *= 10;
    }
    for (double step : new double[] {1, 2, 4, 6, 10}) {
      if (step * power >= most) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
