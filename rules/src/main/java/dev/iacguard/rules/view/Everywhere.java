package dev.iacguard.rules.view;

import dev.iacguard.core.rule.World;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is worked out once when it is the same in every world. */
final class Everywhere<T> {
  private @Nullable T known;

  /**
   * @param answer works it out in that world
   */
  T in(World world, Supplier<T> answer) {
    if (known != null) {
      return known;
    }
    int before = world.questions();
    T found = answer.get();
    if (world.questions() == before) {
      known = found;
    }
    return found;
  }
}
