package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that log formats give the same field the same member name, so that logs can be searched
 * together.
 */
public final class LogFormatDiffers extends Rule<StackInTree, Policy> {
  private static final int MOST_SHOWN = 3;

  LogFormatDiffers() {
    super(
        "IG401",
        "log-format-differs",
        "Access log format differs from other stages",
        Severity.WARNING);
  }

  @Override
  public Outcome check(StackInTree stack, Policy policy) {
    List<StackFacts.Format> different = new ArrayList<>();
    boolean compared = false;
    for (StackFacts.Format format : stack.facts().formats()) {
      Map<String, String> wanted = format.broken() ? null : wanted(format.api(), stack, policy);
      compared |= wanted != null;
      if (wanted != null && !wanted.equals(format.members())) {
        different.add(format);
      }
    }
    if (different.isEmpty()) {
      return compared ? Outcome.pass() : Outcome.notApplicable();
    }
    return Outcome.fail(finding(different, stack, policy));
  }

  /** The members that a format has to have, or null when nothing says which. */
  private static @Nullable Map<String, String> wanted(
      String api, StackInTree stack, Policy policy) {
    return policy.accessLog().format() instanceof WantedFormat.Named named
        ? named.members().get(ApiKind.valueOf(api))
        : stack.tree().usual(api);
  }

  private static Finding finding(
      List<StackFacts.Format> different, StackInTree stack, Policy policy) {
    StackFacts.Format first = different.get(0);
    String model =
        policy.accessLog().format() instanceof WantedFormat.Named named
            ? "the format " + named.name()
            : "that of most " + ApiKind.valueOf(first.api()).prose() + " stages";
    Map<String, String> wanted = wanted(first.api(), stack, policy);
    String how = wanted == null ? "" : difference(first.members(), wanted);
    return Finding.of(
            "access log format of " + first.stage() + " differs from " + model, first.at())
        .labelled(how)
        .helped("use the same format for all stages")
        .with(
            different.stream()
                .skip(1)
                .limit(MOST_SHOWN)
                .map(other -> new Related("so does that of " + other.stage(), other.at()))
                .toList());
  }

  /** In a few words: what is missing, what is more, what holds something else. */
  private static String difference(Map<String, String> own, Map<String, String> wanted) {
    List<String> lacks = new ArrayList<>();
    List<String> others = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          String held = own.get(name);
          if (held == null) {
            lacks.add(name);
          } else if (!held.equals(value)) {
            others.add(name);
          }
        });
    List<String> more = own.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
    List<String> words = new ArrayList<>();
    addTo(words, "lacks ", lacks);
    addTo(words, "also has ", more);
    addTo(words, "has a different value for ", others);
    return String.join("; ", words);
  }

  private static void addTo(List<String> words, String what, List<String> names) {
    if (!names.isEmpty()) {
      words.add(what + String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN))));
    }
  }
}
