package dev.iacguard.cli.run;

import dev.iacguard.cli.git.IgnoredFiles;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A selection without the files that the user excluded and those that git ignores.
 *
 * @param selection what is left
 * @param files how many files that could hold code were taken out
 */
record LeftOut(Selection selection, int files) {

  /**
   * @param onDisk whether the selection was made from the files on disk, which alone can be ignored
   */
  static LeftOut of(
      Selection selection,
      ResolvedInput resolvedInput,
      boolean onDisk,
      Map<String, String> environment) {
    List<String> kept = new ArrayList<>();
    Set<String> ignored = new TreeSet<>();
    int excluded = 0;
    boolean asksGit =
        onDisk && !resolvedInput.noIgnore() && IgnoredFiles.isWorkTree(resolvedInput.root());
    @Nullable IgnoredFiles git =
        asksGit ? new IgnoredFiles(resolvedInput.root(), environment) : null;
    for (String file : selection.files()) {
      if (resolvedInput.exclusion().excludes(file)) {
        excluded += mayHoldCode(file) ? 1 : 0;
      } else if (git != null
          && mayHoldCode(file)
          && git.isIgnored(file)
          && !isNamed(file, selection, git)) {
        ignored.add(file);
      } else {
        kept.add(file);
      }
    }
    List<String> taken = takenUp(ignored, kept);
    ignored.removeAll(taken);
    kept.addAll(taken);
    Collections.sort(kept);
    List<String> named =
        selection.named().stream()
            .filter(path -> !resolvedInput.exclusion().excludes(path))
            .toList();
    return new LeftOut(new Selection(named, List.copyOf(kept), ignored), excluded + ignored.size());
  }

  /** Terraform reads all files of a folder, those that git ignores among them. */
  private static List<String> takenUp(Set<String> ignored, List<String> kept) {
    Set<String> folders = new HashSet<>();
    if (!ignored.isEmpty()) {
      kept.stream().filter(ConfigNames::isConfig).map(Paths::folder).forEach(folders::add);
    }
    return ignored.stream()
        .filter(file -> ConfigNames.isConfig(file) && folders.contains(Paths.folder(file)))
        .toList();
  }

  /** Whether the user named an ignored file itself, or an ignored folder that it lies in. */
  private static boolean isNamed(String file, Selection selection, IgnoredFiles git) {
    return selection.named().stream()
        .anyMatch(
            path ->
                file.equals(path) || (file.startsWith(path + "/") && git.isIgnoredFolder(path)));
  }

  private static boolean mayHoldCode(String file) {
    return ConfigNames.isConfig(file) || SkippedFiles.ENDINGS.contains(Paths.ending(file));
  }
}
