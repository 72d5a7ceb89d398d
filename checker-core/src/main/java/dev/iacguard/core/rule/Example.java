package dev.iacguard.core.rule;

/**
 * Code to paste that fixes a finding, in the language of its file. Lines end with a line feed, the
 * last one without.
 *
 * @param here what goes into the resource that the finding points to, or replaces the value there;
 *     may be empty
 * @param beside whole resources to add to the file; may be empty
 */
public record Example(String here, String beside) {

  /** All of it, the parts with an empty line between. */
  public String text() {
    return here.isEmpty() || beside.isEmpty() ? here + beside : here + "\n\n" + beside;
  }
}
