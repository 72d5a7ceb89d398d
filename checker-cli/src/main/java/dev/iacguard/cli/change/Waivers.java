package dev.iacguard.cli.change;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.config.ConfigText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds waivers of a policy that are new or hold longer than before. */
final class Waivers {
  static final String KEY = "waivers";

  /** Later than every date that can be written. */
  private static final String NO_END = "no end";

  private Waivers() {}

  /**
   * @param ids turns a rule's name into its id
   */
  static List<Weakening> added(Mapping then, Mapping now, UnaryOperator<String> ids) {
    Map<String, String> ends = new HashMap<>();
    for (Mapping waiver : of(then)) {
      ends.merge(subject(waiver, ids), until(waiver), Waivers::later);
    }
    List<Weakening> added = new ArrayList<>();
    for (Mapping waiver : of(now)) {
      String subject = subject(waiver, ids);
      String before = ends.get(subject);
      String until = until(waiver);
      if (before == null) {
        added.add(new Weakening(KEY + subject, waiver.at(), "waiver is added: " + subject));
      } else if (!later(before, until).equals(before)) {
        String longer = " until " + before + " -> " + until;
        added.add(
            new Weakening(KEY + subject, waiver.at(), "waiver is extended: " + subject + longer));
      }
    }
    return added;
  }

  private static List<Mapping> of(Mapping policy) {
    List<Mapping> waivers = new ArrayList<>();
    if (policy.get(KEY) instanceof Sequence sequence) {
      for (ConfigNode item : sequence.items()) {
        if (item instanceof Mapping waiver) {
          waivers.add(waiver);
        }
      }
    }
    return waivers;
  }

  private static String subject(Mapping waiver, UnaryOperator<String> ids) {
    String path = words(waiver.get("path"));
    String resource = words(waiver.get("resource"));
    return ids.apply(words(waiver.get("rule")))
        + (resource.isEmpty() ? "" : " for " + resource)
        + (path.isEmpty() ? "" : " in " + path);
  }

  private static String until(Mapping waiver) {
    String until = words(waiver.get("until"));
    return until.isEmpty() ? NO_END : until;
  }

  /** Dates as they are written in policies sort as texts. */
  static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String words(@Nullable ConfigNode node) {
    return node == null ? "" : ConfigText.of(node);
  }
}
