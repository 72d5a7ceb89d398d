package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that exports say, account and Region apart. */
final class Exports {
  /** More is not kept: it would take more memory than a run has by default. */
  static final int MOST = 500_000;

  private final Map<ExportPlace, AccountExport> places = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int kept;
  private boolean full;

  AccountExport at(ExportPlace place) {
    return places.computeIfAbsent(place, each -> new AccountExport());
  }

  /** Keeps a resource, unless there are too many. */
  void add(ExportPlace place, ExportedResource resource) {
    if (kept < MOST) {
      kept++;
      at(place).add(resource);
    } else if (!full) {
      full = true;
      problems.add(
          Problem.limit(
              resource.place().piece(resource.path(), " ").all(),
              "the exports hold more than " + MOST + " resources; export fewer Regions at a time"));
    }
  }

  /** True when some resource was not kept: then what is not here may exist. */
  boolean isFull() {
    return full;
  }

  /** Gives each Region the roles and policies that are recorded for its account. */
  void joinIam() {
    for (ExportPlace place : List.copyOf(places.keySet())) {
      if (!place.region().isEmpty() || place.account().isEmpty()) {
        continue;
      }
      AccountExport global = at(place);
      List<AccountExport> regions =
          places.entrySet().stream()
              .filter(other -> other.getKey().account().equals(place.account()))
              .filter(other -> !other.getKey().equals(place))
              .map(Map.Entry::getValue)
              .toList();
      regions.forEach(region -> region.addIam(global));
      if (!regions.isEmpty() && global.isIamOnly()) {
        places.remove(place);
      }
    }
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  Map<ExportPlace, AccountExport> places() {
    return places;
  }

  /** What is wrong with the exports, and which answers they lack. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    places.forEach(
        (place, export) -> {
          List<ExportedResource> without = export.apisWithoutStages();
          if (!without.isEmpty()) {
            ExportedResource first = without.get(0);
            String others = without.size() == 1 ? "" : " and " + (without.size() - 1) + " more";
            all.add(
                Problem.unreadable(
                    first.place().piece(first.path(), first.id()).all(),
                    "export is incomplete: the stages of "
                        + first.id()
                        + others
                        + " are not in it"));
          }
        });
    return List.copyOf(all);
  }
}
