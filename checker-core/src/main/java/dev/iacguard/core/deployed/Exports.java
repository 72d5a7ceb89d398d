package dev.iacguard.core.deployed;

import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that exports say, account and Region apart. */
final class Exports {
  /** More is not kept, whatever memory there is. */
  static final int MOST = 500_000;

  /** What a stage takes with its verdicts, and any other resource; measured, in bytes. */
  private static final int BYTES_OF_STAGE = 12 << 10;

  private static final int BYTES = 2 << 10;
  private static final long MEMORY = Runtime.getRuntime().maxMemory() / 4 * 3;

  private final Map<ExportPlace, AccountExport> places = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Misplaced> misplaced = new TreeMap<>();
  private final Set<String> inWrongFolder = new HashSet<>();
  private int kept;
  private long bytes;
  private boolean full;

  /** The resources of a file whose ARNs are of another place; they are left out. */
  private record Misplaced(ExportPlace place, ExportedResource first, ExportPlace ofArn, int more) {
    Problem problem() {
      return Problem.unreadable(
          first.at(),
          "export of "
              + place
              + " has "
              + first.id()
              + (more == 0 ? "" : " and " + more + " more resources")
              + " of "
              + ofArn
              + (more == 0 ? ", which is left out" : " or elsewhere, which are left out"));
    }
  }

  AccountExport at(ExportPlace place) {
    return places.computeIfAbsent(place, each -> new AccountExport());
  }

  /**
   * Keeps a resource, unless there are too many or its ARN is of another place.
   *
   * @param place where the export says that it is
   * @return false when it is of another place
   */
  boolean add(ExportPlace place, ExportedResource resource) {
    return add(place, resource, resource.ofArn());
  }

  /** The same for a resource whose ARN is not among its attributes. */
  boolean add(ExportPlace place, ExportedResource resource, ExportPlace ofArn) {
    if (place.contradicts(ofArn)) {
      misplaced.merge(
          resource.path(),
          new Misplaced(place, resource, ofArn, 0),
          (before, now) ->
              new Misplaced(before.place(), before.first(), before.ofArn(), before.more() + 1));
      return false;
    }
    if (!hasRoomFor(kept, 0)) {
      leaveOut(resource.at(), kept);
    } else {
      kept++;
      bytes += at(place).add(resource) ? bytesOf(resource) : 0;
    }
    return true;
  }

  /** About what a resource takes in memory. */
  static int bytesOf(ExportedResource resource) {
    return resource.type().endsWith("::Stage") ? BYTES_OF_STAGE : BYTES;
  }

  /**
   * Whether one more resource may be read.
   *
   * @param held how many have been read that are not added yet
   * @param heldBytes of these
   */
  boolean hasRoomFor(int held, long heldBytes) {
    return held < MOST && bytes + heldBytes < MEMORY;
  }

  /**
   * Reports once that resources are left out from here on.
   *
   * @param held as {@link #hasRoomFor} was asked
   */
  void leaveOut(Span at, int held) {
    if (!full) {
      full = true;
      String excess =
          held >= MOST
              ? "more than " + MOST + " resources;"
              : "more resources than fit into memory; allow more with"
                  + " IAC_GUARD_JAVA_OPTS=-Xmx4g, or";
      problems.add(
          Problem.limit(at, "the exports hold " + excess + " export fewer Regions at a time"));
    }
  }

  /** Reports, once for a file, that it is in the folders of another place than it says. */
  void compareWithFolders(ExportPlace said, String path, Place at) {
    ExportPlace folders = ExportPlace.ofFolders(path);
    if (folders.contradicts(said) && inWrongFolder.add(path)) {
      problem(
          Problem.unreadable(
              at.piece(path, " ").all(),
              "is an export of " + said + " in the folder of " + folders));
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
    misplaced.values().forEach(each -> all.add(each.problem()));
    places.forEach(
        (place, export) -> {
          Problem contradiction = export.contradictions.problem();
          if (contradiction != null) {
            all.add(contradiction);
          }
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
