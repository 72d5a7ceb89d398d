package dev.iacguard.core.scaffold;

import dev.iacguard.core.rule.pack.NewFile;
import java.util.List;

/** The language to write in. */
public enum ScaffoldLanguage {
  TERRAFORM,
  CLOUDFORMATION,
  SAM,
  CDK;

  /** The files of a new module, template or construct, in the order to read them. */
  public List<NewFile> files(ScaffoldRequest request) {
    return switch (this) {
      case TERRAFORM -> new TerraformScaffold(request).files();
      case CLOUDFORMATION -> new TemplateScaffold(request, false).files();
      case SAM -> new TemplateScaffold(request, true).files();
      case CDK -> new CdkScaffold(request).files();
    };
  }
}
