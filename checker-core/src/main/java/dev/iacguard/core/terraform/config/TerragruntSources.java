package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files that Terragrunt units include and refer to, each of them once. */
final class TerragruntSources {
  private final SourceTree tree;
  private final Map<String, Optional<HclFile>> read = new HashMap<>();

  TerragruntSources(SourceTree tree) {
    this.tree = tree;
  }

  boolean has(String path) {
    return tree.isFile(path);
  }

  /** The file's path as reports show it. */
  String shown(String path) {
    return tree.shown(path);
  }

  /**
   * The file at a path, read for another; null when there is none.
   *
   * @param unit as {@link TerragruntFile#unit}
   */
  @Nullable TerragruntFile file(String path, String unit) {
    Optional<HclFile> found = read.get(path);
    if (found == null) {
      found =
          has(path) && tree.read(path) instanceof Content.Decoded decoded
              ? Optional.of(HclReader.read(decoded.file()))
              : Optional.empty();
      read.put(path, found);
    }
    return found.isEmpty() ? null : new TerragruntFile(this, found.get(), path, unit, Map.of());
  }
}
