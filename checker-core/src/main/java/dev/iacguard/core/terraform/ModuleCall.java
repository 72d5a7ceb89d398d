package dev.iacguard.core.terraform;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code module} block of a module instance, and the instances it creates. */
final class ModuleCall {
  private final ModuleInstance caller;
  private final ModuleConfig.Entry entry;
  private final @Nullable ModuleConfig config;
  private @Nullable List<ModuleInstance> instances;
  private boolean expanding;

  ModuleCall(ModuleInstance caller, ModuleConfig.Entry entry, @Nullable ModuleConfig config) {
    this.caller = caller;
    this.entry = entry;
    this.config = config;
  }

  String name() {
    return entry.declaration().label(0);
  }

  ModuleInstance caller() {
    return caller;
  }

  LayeredBody body() {
    return entry.body();
  }

  /** What is called, or null when it is not in the tree. */
  @Nullable ModuleConfig config() {
    return config;
  }

  boolean isRepeated() {
    return Expansion.isRepeated(entry.body());
  }

  /** True while the instances are being evaluated. */
  boolean isExpanding() {
    return expanding;
  }

  /**
   * Empty when the module is not in the tree. Not to be asked for while they are being evaluated.
   */
  List<ModuleInstance> instances() {
    List<ModuleInstance> cached = instances;
    if (cached == null) {
      expanding = true;
      cached = config == null ? List.of() : expand(config);
      expanding = false;
      instances = cached;
    }
    return cached;
  }

  private List<ModuleInstance> expand(ModuleConfig called) {
    List<ModuleInstance> created = new ArrayList<>();
    List<Repetition> repetitions = Expansion.of(entry.body(), caller);
    if (!caller.evaluationBudget().addModules(repetitions.size())) {
      caller.stack().crowded(entry.declaration().header());
      return List.of();
    }
    for (Repetition repetition : repetitions) {
      String path = caller.prefix() + "module." + name() + repetition.key();
      List<CallSite> callers = new ArrayList<>(caller.callers());
      callers.add(new CallSite(path, entry.declaration().header()));
      List<Condition> exists = new ArrayList<>(caller.exists());
      exists.addAll(repetition.exists());
      created.add(
          new ModuleInstance(
              caller.stack(),
              called,
              this,
              path,
              repetition,
              List.copyOf(callers),
              List.copyOf(exists)));
    }
    return List.copyOf(created);
  }
}
