package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Target;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks of Terraform files, each file read once. Not for several threads. */
final class Declarations {
  private final Map<SourceFile, HclFile> files = new HashMap<>();

  /** What an expression is written as. */
  static String text(SourceFile file, Expression expression) {
    return file.text().substring(expression.start(), expression.end());
  }

  HclFile file(SourceFile file) {
    return files.computeIfAbsent(file, HclReader::read);
  }

  /** The block that declares a resource; null when it is not a block of this file. */
  BodyItem.@Nullable Block block(Target target) {
    SourceFile file = target.span().file();
    for (BodyItem item : file(file).body().items()) {
      if (item instanceof BodyItem.Block block && block.start() == target.span().start()) {
        return block;
      }
    }
    return null;
  }
}
