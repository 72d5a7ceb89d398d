package dev.iacguard.core.engine.fix;

import dev.iacguard.core.cloudformation.edit.TemplateWriter;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.terraform.edit.HclWriter;
import dev.iacguard.core.terraform.edit.JsonWriter;
import java.util.List;

/** The languages whose files can be edited. */
final class EditedLanguages {
  private EditedLanguages() {}

  /** New writers: they keep what they have read. */
  static List<IntentionWriter> writers() {
    return List.of(new HclWriter(), new JsonWriter(), new TemplateWriter());
  }
}
