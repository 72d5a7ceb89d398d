package dev.iacguard.core.terraform.suppression;

import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.SourceFile;
import java.util.List;

/** Finds the ignore comments in Terraform files. */
public final class TerraformSuppressions {
  private TerraformSuppressions() {}

  /** True for a file that {@link #in} reads, by its name. */
  public static boolean isSource(String path) {
    return ConfigNames.isConfig(path);
  }

  /** True for a variable file that Terraform takes up only when a run names it. */
  public static boolean isForOneRun(String path) {
    return ConfigNames.isVariables(path)
        && !ConfigNames.isAutomaticVariables(path.substring(path.lastIndexOf('/') + 1));
  }

  /** In the order of their places. */
  public static List<InlineSuppression> in(SourceFile file) {
    return ConfigNames.isJson(file.path())
        ? JsonSuppressions.in(file)
        : new CommentSuppressions(HclReader.read(file)).all();
  }
}
