package dev.iacguard.rules.export;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.ExportTarget;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far an export keeps a rule.
 *
 * @param why what is left out; empty when nothing is
 */
record Kept(RuleInfo rule, Extent extent, String why) {

  enum Extent {
    KEPT("yes"),
    PARTLY("partly"),
    NOT("no");

    private final String word;

    Extent(String word) {
      this.word = word;
    }
  }

  private static final String KINDS =
      "HTTP and WebSocket stages are of one type: what only one of the two can log counts for both";

  /**
   * Every rule that the policy turns on, sorted by id.
   *
   * @param written the ids of the rules that are in the files
   */
  static List<Kept> all(Policy policy, ExportTarget target, Set<String> written) {
    return all(policy, target, written, id -> partly(id, target));
  }

  /**
   * The same.
   *
   * @param partly what is left out of a rule that is in the files; null when nothing is
   */
  static List<Kept> all(
      Policy policy,
      ExportTarget target,
      Set<String> written,
      Function<String, @Nullable String> partly) {
    List<Kept> all = new ArrayList<>();
    for (RuleInfo rule : RuleSet.infos()) {
      if (!rule.id().startsWith("IG0") && policy.severity(rule) != Severity.OFF) {
        String left = partly.apply(rule.id());
        all.add(
            !written.contains(rule.id())
                ? new Kept(rule, Extent.NOT, missing(rule.id(), target))
                : left == null
                    ? new Kept(rule, Extent.KEPT, "")
                    : new Kept(rule, Extent.PARTLY, left));
      }
    }
    return List.copyOf(all);
  }

  private static @Nullable String partly(String id, ExportTarget target) {
    return switch (id) {
      case "IG103" -> "whether the log group exists, and where it is, is not compared";
      case "IG104", "IG105" -> KINDS;
      case "IG107" -> "the length is not compared";
      case "IG110" ->
          target == ExportTarget.CONFIG
              ? "settings of methods and routes are asked for only where the item has them"
              : null;
      default -> null;
    };
  }

  private static String missing(String id, ExportTarget target) {
    if (target == ExportTarget.SCP) {
      return "a request is judged before there is anything to look at but its parameters";
    }
    return switch (id) {
      case "IG101", "IG103", "IG104", "IG105", "IG107", "IG108", "IG109", "IG110" ->
          "the policy asks for nothing, or the rule is too long for AWS";
      case "IG102" -> "it is about code that creates a stage without settings";
      case "IG106" -> "Guard cannot read JSON inside a string";
      case "IG402" -> "Guard cannot add up lengths";
      case "IG404", "IG405" -> "it compares the code with what is deployed";
      default ->
          id.startsWith("IG2")
              ? target == ExportTarget.CONFIG
                  ? "AWS Config does not record log groups"
                  : "a hook cannot tell the log groups of access logs from all others"
              : id.startsWith("IG3")
                  ? target == ExportTarget.CONFIG
                      ? "AWS Config does not record the account settings of API Gateway"
                      : "a hook sees one resource at a time"
                  : "it needs more than one stage";
    };
  }

  /** A row of a table in Markdown. */
  String row() {
    List<String> cells =
        List.of(rule.id(), rule.title(), extent.word, why, SecurityHub.controls(rule.id()));
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
