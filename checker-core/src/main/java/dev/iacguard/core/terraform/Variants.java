package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Matches variants (named sets of variable files) to stacks. */
final class Variants {
  private final Map<String, List<Variant>> ofFolder = new HashMap<>();

  /**
   * @param folders of all stacks
   */
  Variants(List<Variant> variants, Set<String> folders) {
    for (Variant variant : variants) {
      Set<String> around = new HashSet<>();
      for (String file : variant.files()) {
        String nearest = nearest(Paths.folder(file), folders);
        if (nearest != null) {
          around.add(nearest);
        }
      }
      for (String folder : around.isEmpty() ? folders : around) {
        ofFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(variant);
      }
    }
  }

  /** The nearest of some folders around one, or null when there is none. */
  private static @Nullable String nearest(String folder, Set<String> among) {
    String at = folder;
    while (!among.contains(at)) {
      if (at.isEmpty()) {
        return null;
      }
      at = Paths.folder(at);
    }
    return at;
  }

  /** The variants of the stack in a folder, in the order they were asked for. */
  List<Variant> of(String folder) {
    return ofFolder.getOrDefault(folder, List.of());
  }
}
