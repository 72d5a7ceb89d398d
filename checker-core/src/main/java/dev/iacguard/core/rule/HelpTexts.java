package dev.iacguard.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to do about several findings that are shown as one: each help once, and where they differ,
 * for which subjects.
 */
public final class HelpTexts {
  private static final int MOST = 3;

  private final Map<String, Set<Subject>> subjects = new LinkedHashMap<>();

  /** Adds the help of a finding; an empty one is none. */
  public void add(String help, Subject subject) {
    if (!help.isEmpty()) {
      subjects.computeIfAbsent(help, key -> new LinkedHashSet<>()).add(subject);
    }
  }

  /** In the order they were added, the first few. */
  public List<String> texts() {
    if (subjects.size() <= 1) {
      return List.copyOf(subjects.keySet());
    }
    boolean byDetail = differByDetail();
    List<String> texts = new ArrayList<>();
    subjects.forEach(
        (help, its) -> {
          if (texts.size() < MOST) {
            Subject first = its.iterator().next();
            texts.add(help + " (" + (byDetail ? first.detail() : named(first, its.size())) + ")");
          }
        });
    return texts;
  }

  private static String named(Subject first, int all) {
    return all == 1 ? first.name() : first.name() + " and " + (all - 1) + " more";
  }

  /** True when each help is for one kind of subjects, and each kind has one help. */
  private boolean differByDetail() {
    Set<String> seen = new LinkedHashSet<>();
    for (Set<Subject> its : subjects.values()) {
      Set<String> details = new LinkedHashSet<>();
      its.forEach(subject -> details.add(subject.detail()));
      String detail = details.iterator().next();
      if (details.size() > 1 || detail.isEmpty() || !seen.add(detail)) {
        return false;
      }
    }
    return true;
  }
}
