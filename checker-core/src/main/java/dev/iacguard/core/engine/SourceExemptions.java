package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.TemplateExemptions;
import dev.iacguard.core.model.Exemption;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.TerraformExemptions;
import java.util.ArrayList;
import java.util.List;

/** Finds the exceptions that are written in a source file. */
public final class SourceExemptions {
  /** Every form of an exception has it. */
  private static final String WORD = "iac-guard";

  private SourceExemptions() {}

  static boolean mayBeIn(SourceFile file) {
    return file.text().contains(WORD);
  }

  /**
   * Not more than {@link Exemption#MOST}, and one that is broken where there are more.
   *
   * @param path in the tree
   */
  public static List<Exemption> in(String path, SourceFile file) {
    if (!mayBeIn(file)) {
      return List.of();
    }
    List<Exemption> found =
        TerraformExemptions.isSource(path)
            ? TerraformExemptions.in(file)
            : TemplateExemptions.in(file);
    if (found.size() <= Exemption.MOST) {
      return found;
    }
    List<Exemption> some = new ArrayList<>(found.subList(0, Exemption.MOST));
    String fault =
        "a file may have " + Exemption.MOST + " exceptions; this one and the rest do not count";
    some.add(Exemption.broken(fault, found.get(Exemption.MOST).at()));
    return some;
  }
}
