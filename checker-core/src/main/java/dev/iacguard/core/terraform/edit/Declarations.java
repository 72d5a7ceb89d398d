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

/** Finds the blocks of Terraform files. What was read is not kept longer than there is room. */
final class Declarations {

  /**
   * @param byStart its blocks by their offsets
   */
  private record Read(HclFile file, Map<Integer, BodyItem.Block> byStart) {
    static Read of(SourceFile source) {
      HclFile file = HclReader.read(source);
      Map<Integer, BodyItem.Block> byStart = new HashMap<>();
      for (BodyItem item : file.body().items()) {
        if (item instanceof BodyItem.Block block) {
          byStart.put(block.start(), block);
        }
      }
      return new Read(file, byStart);
    }
  }

  /** What an expression is written as. */
  static String text(SourceFile file, Expression expression) {
    return file.text().substring(expression.start(), expression.end());
  }

  HclFile file(SourceFile file) {
    return read(file).file();
  }

  private static Read read(SourceFile file) {
    return file.recall(Read.class, () -> Read.of(file));
  }

  /** The block that declares a resource; null when it is not a block of this file. */
  BodyItem.@Nullable Block block(Target target) {
    return read(target.span().file()).byStart().get(target.span().start());
  }
}
