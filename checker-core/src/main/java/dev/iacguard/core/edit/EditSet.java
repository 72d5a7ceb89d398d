package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Edits of any number of files that do not clash. */
public final class EditSet {
  /** By path as shown, then by start; those that start at one place are insertions, in order. */
  private final Map<String, NavigableMap<Integer, List<Edit>>> byPath = new TreeMap<>();

  /**
   * Adds edits that belong together: all of them, or none when one clashes with what is there. An
   * edit that is there already is no clash.
   *
   * @return whether they were added
   */
  public boolean add(Collection<Edit> edits) {
    List<Edit> added = new ArrayList<>();
    for (Edit edit : edits) {
      List<Edit> near = near(edit);
      if (!near.contains(edit)) {
        if (near.stream().anyMatch(edit::clashesWith)) {
          return false;
        }
        added.add(edit);
      }
    }
    added.forEach(this::put);
    return true;
  }

  /** What is further in comes first where a value and what holds it end at one place. */
  private void put(Edit edit) {
    List<Edit> there =
        byPath
            .computeIfAbsent(edit.file().path(), path -> new TreeMap<>())
            .computeIfAbsent(edit.start(), start -> new ArrayList<>());
    int at = there.size();
    while (at > 0 && there.get(at - 1).indent() < edit.indent()) {
      at--;
    }
    there.add(at, edit);
  }

  /** Those that may touch an edit. They do not overlap, so one start before it is enough. */
  private List<Edit> near(Edit edit) {
    NavigableMap<Integer, List<Edit>> present = byPath.get(edit.file().path());
    if (present == null) {
      return List.of();
    }
    List<Edit> near = new ArrayList<>();
    Map.Entry<Integer, List<Edit>> before = present.lowerEntry(edit.start());
    if (before != null) {
      near.addAll(before.getValue());
    }
    present.subMap(edit.start(), true, edit.end(), true).values().forEach(near::addAll);
    return near;
  }

  /** By path as shown, then by place. */
  public List<Edit> edits() {
    return byPath.values().stream().flatMap(EditSet::inOrder).toList();
  }

  private static Stream<Edit> inOrder(NavigableMap<Integer, List<Edit>> places) {
    return places.values().stream().flatMap(List::stream);
  }

  /** The files with edits as they are afterwards, by path as shown. */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    byPath.forEach((path, places) -> texts.put(path, applied(inOrder(places).toList())));
    return texts;
  }

  private static String applied(List<Edit> edits) {
    SourceFile file = edits.getFirst().file();
    String text = file.text();
    StringBuilder result = new StringBuilder(text.length() + 256);
    int at = 0;
    for (Edit edit : edits) {
      result.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
