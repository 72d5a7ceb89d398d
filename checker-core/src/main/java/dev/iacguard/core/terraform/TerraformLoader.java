package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Set;

/** Finds Terraform stacks. */
public final class TerraformLoader {
  private TerraformLoader() {}

  public static Discovery discover(SourceTree tree, Selection selection, Inputs inputs) {
    return new Discovery(List.of(), Set.of(), List.of());
  }
}
