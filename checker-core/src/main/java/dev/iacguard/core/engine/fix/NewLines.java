package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Term;
import java.util.List;

/** Finds the intentions that write a new access log line. */
final class NewLines {
  private NewLines() {}

  static boolean isIn(List<Intention> intentions) {
    return intentions.stream().anyMatch(NewLines::isIn);
  }

  private static boolean isIn(Intention intention) {
    return switch (intention) {
      case Intention.SetProperty it -> isIn(it.value());
      case Intention.SetInTemplate it -> isIn(it.value());
      case Intention.Replace it -> isIn(it.value());
      case Intention.Declare it -> it.properties().values().stream().anyMatch(NewLines::isIn);
      default -> false;
    };
  }

  private static boolean isIn(Term term) {
    return switch (term) {
      case Term.Line it -> true;
      case Term.Entries it -> it.entries().values().stream().anyMatch(NewLines::isIn);
      case Term.Block it -> it.properties().values().stream().anyMatch(NewLines::isIn);
      default -> false;
    };
  }
}
