package dev.iacguard.core.terraform;

import dev.iacguard.core.terraform.config.InstalledModules;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import org.jspecify.annotations.Nullable;

/**
 * What decides where the module calls of a stack lead.
 *
 * @param root the root module
 * @param installed what was installed for it
 * @param inputs the values of its variables
 */
public record CallContext(ModuleConfig root, InstalledModules installed, RootVariables inputs) {

  /** The source of a call as a text, or null when it is not known. */
  @Nullable
  public String source(ModuleConfig caller, LayeredBody.Located source) {
    return ModuleSource.text(caller, source.expression(), caller == root ? inputs : null);
  }
}
