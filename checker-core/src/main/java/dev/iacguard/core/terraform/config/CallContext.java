package dev.iacguard.core.terraform.config;

import org.jspecify.annotations.Nullable;

/**
 * What decides where the module calls of a stack lead.
 *
 * @param root the root module
 * @param installed what was installed for it
 * @param inputs what its variables are given
 */
public record CallContext(
    ModuleConfig root, InstalledModules installed, ModuleSource.Variables inputs) {

  /** The source of a call as a text, or null when it is not known. */
  @Nullable
  public String source(ModuleConfig caller, LayeredBody.Located source) {
    return ModuleSource.text(caller, source.expression(), caller == root ? inputs : null);
  }
}
