package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.template.TemplateSuppressions;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.suppression.TerraformSuppressions;
import java.util.ArrayList;
import java.util.List;

/** Finds the ignore comments in a source file. */
public final class SourceExemptions {
  /** Every form of an exception has it. */
  private static final String WORD = "iac-guard";

  private SourceExemptions() {}

  static boolean mayBeIn(SourceFile file) {
    return file.derive(Marked.class, () -> new Marked(file.text().contains(WORD))).marked();
  }

  private record Marked(boolean marked) {}

  /**
   * Not more than {@link InlineSuppression#MOST}, and one that is broken where there are more.
   *
   * @param path in the tree
   */
  public static List<InlineSuppression> in(String path, SourceFile file) {
    if (!mayBeIn(file)) {
      return List.of();
    }
    List<InlineSuppression> found =
        TerraformSuppressions.isSource(path)
            ? TerraformSuppressions.in(file)
            : TemplateSuppressions.in(file);
    if (found.size() <= InlineSuppression.MOST) {
      return found;
    }
    List<InlineSuppression> some = new ArrayList<>(found.subList(0, InlineSuppression.MOST));
    String fault =
        "a file may have "
            + InlineSuppression.MOST
            + " suppressions; this one and the rest are disregarded";
    some.add(InlineSuppression.broken(fault, found.get(InlineSuppression.MOST).at()));
    return some;
  }
}
