package dev.iacguard.cli.report.html;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.Waiver;
import dev.iacguard.cli.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes how old waivers are, and lists the oldest. */
final class HtmlWaivers {
  private static final int MOST = 200;
  private static final List<String> AGES =
      List.of("30 days", "90 days", "180 days", "1 year", "older", "not said");
  private static final int[] ENDS = {30, 90, 180, 365};

  private HtmlWaivers() {}

  static void bars(Merged merged, Writer out) throws IOException {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Waiver waiver : merged.waivers()) {
      counts.merge(age(waiver.age(merged.date())), 1, Integer::sum);
    }
    HtmlStatistics.open("Waivers by age, up to", out);
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      HtmlStatistics.bar(
          AGES.get(count.getKey()), count.getValue(), merged.waivers().size(), "plain", out);
    }
    HtmlStatistics.close(out);
  }

  /** The index in {@link #AGES}. */
  private static int age(@Nullable Long days) {
    if (days == null) {
      return ENDS.length + 1;
    }
    int index = 0;
    while (index < ENDS.length && days > ENDS[index]) {
      index++;
    }
    return index;
  }

  static void table(Merged merged, Writer out) throws IOException {
    if (merged.waivers().isEmpty()) {
      return;
    }
    MergeSection.WAIVERS.open(out);
    HtmlTable table = new HtmlTable("Table of waivers", out);
    table.head("repository", "rule", "age, days", "until", "resources", "reason");
    int shown = Math.min(MOST, merged.waivers().size());
    for (Waiver waiver : merged.waivers().subList(0, shown)) {
      Long age = waiver.age(merged.date());
      table.row(
          "",
          waiver.repository(),
          waiver.rule(),
          age == null ? "-" : age.toString(),
          until(waiver.until(), merged.date()),
          String.valueOf(waiver.resources().size()),
          waiver.reason());
    }
    table.end();
    HtmlMerge.left(merged.waivers().size() - shown, out);
    out.write("</section>\n");
  }

  private static String until(@Nullable LocalDate until, LocalDate today) {
    if (until == null) {
      return "no end";
    }
    long ago = today.toEpochDay() - until.toEpochDay();
    return until + (ago > 0 ? ", ended " + Summary.count(ago, "day") + " ago" : "");
  }
}
