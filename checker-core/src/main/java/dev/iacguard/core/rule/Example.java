package dev.iacguard.core.rule;

import java.util.function.Supplier;

/**
 * Code to paste that fixes a finding, in the language of its file. It is written when a report asks
 * for it: most findings are never shown with theirs. Lines end with a line feed, the last one
 * without.
 *
 * @param inPlace writes what goes into the resource that the finding points to, or replaces the
 *     value there; may be empty
 * @param added writes whole resources to add to the file; may be empty
 */
public record Example(Supplier<String> inPlace, Supplier<String> added) {

  /** An example that is written already. */
  public static Example of(String here, String beside) {
    return new Example(() -> here, () -> beside);
  }

  /** What goes to the place of the finding. */
  public String here() {
    return inPlace.get();
  }

  /** What goes beside it. */
  public String beside() {
    return added.get();
  }

  /** All of it, the parts with an empty line between; empty when nothing can be pasted as it is. */
  public String text() {
    String here = here();
    String beside = beside();
    return here.isEmpty() || beside.isEmpty() ? here + beside : here + "\n\n" + beside;
  }
}
