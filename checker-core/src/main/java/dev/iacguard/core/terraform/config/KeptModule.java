package dev.iacguard.core.terraform.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the configuration of a folder with the first of its files, as long as all of them are the
 * same: for trees that are judged again and again.
 */
final class KeptModule {
  private volatile @Nullable Kept last;

  private record Kept(List<ConfigFile> files, ModuleConfig config) {
    boolean isOf(String folder, List<ConfigFile> others) {
      boolean same = config.folder().equals(folder) && files.size() == others.size();
      for (int i = 0; same && i < files.size(); i++) {
        same = files.get(i).file().equals(others.get(i).file());
      }
      return same;
    }
  }

  /** The configuration of a folder with these files, at least one. */
  static ModuleConfig of(String folder, List<ConfigFile> files) {
    return files.getFirst().file().derive(KeptModule.class, KeptModule::new).config(folder, files);
  }

  private ModuleConfig config(String folder, List<ConfigFile> files) {
    Kept known = last;
    if (known == null || !known.isOf(folder, files)) {
      known = new Kept(List.copyOf(files), ModuleConfig.merged(folder, files));
      last = known;
    }
    return known.config;
  }
}
