package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags that a provider gives to all resources, where it is configured outside the module:
 * by a {@code provider} block of a Terraform Stack, or in a file that Terragrunt generates. That
 * there are tags is read, and not which.
 */
final class OutsideProvider {
  private static final String TAGS = "default_tags";

  private OutsideProvider() {}

  /** Those of the providers of a stack's file; null when there are none. */
  static @Nullable Value ofStack(HclFile file, String shown) {
    for (BodyItem.Block provider : file.body().blocks("provider")) {
      Span at = file.file().span(provider.start(), provider.headerEnd());
      if (mentionsTags(file.file(), provider.start(), provider.end())) {
        return unread("the provider " + provider.label(0) + " of " + shown, at);
      }
    }
    return null;
  }

  /**
   * Those in what a Terragrunt file generates; null when there are none. Contents that are not
   * written there may hold any.
   */
  static @Nullable Value generated(HclFile file, String shown) {
    for (BodyItem.Block block : file.body().blocks("generate")) {
      BodyItem.Attribute contents = block.body().attribute("contents");
      boolean elsewhere = contents != null && !(contents.value() instanceof Expression.Template);
      if (elsewhere || mentionsTags(file.file(), block.start(), block.end())) {
        Span at = file.file().span(block.start(), block.headerEnd());
        return unread("what " + shown + " generates", at);
      }
    }
    BodyItem.Attribute all = file.body().attribute("generate");
    if (all == null) {
      return null;
    }
    boolean mayBe =
        !(all.value() instanceof Expression.Obj)
            || mentionsTags(file.file(), all.start(), all.end());
    return mayBe ? unread("what " + shown + " generates", all.value().span(file.file())) : null;
  }

  private static boolean mentionsTags(SourceFile file, int start, int end) {
    return file.text().substring(start, end).contains(TAGS);
  }

  /** Those that a file may generate which is not in the tree. */
  static Value included(String shown, Span at) {
    return unread("what an included file of " + shown + " generates", at);
  }

  private static Value unread(String where, Span at) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, TAGS + " in " + where, Origin.at(at));
  }
}
