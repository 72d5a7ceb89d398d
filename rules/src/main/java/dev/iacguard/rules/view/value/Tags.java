package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a resource after all defaults that the code shows.
 *
 * @param entries in the order they are written; a value may be unknown or a choice
 * @param ignored tags that {@code ignore_changes}, or {@code ignore_tags} of the provider, leaves
 *     to others, so that they may be there or not
 * @param open true when there may be more than these
 * @param allOfStack true when the tags that its stack is deployed with are known
 * @param unknown what the resource says, when none of it is known; otherwise null
 * @param written true when the resource itself says something of tags
 * @param at the tags, or the resource's header when none are written
 * @param misspelling what they are written as, when they are under a name that the resource does
 *     not have; otherwise null
 * @param setting how tags are added to the resource; null when that is not known
 * @param place where tags are added, also to those that are there; null when they cannot be
 */
public record Tags(
    Map<String, Value> entries,
    Map<String, Value.Unknown> ignored,
    boolean open,
    boolean allOfStack,
    Value.@Nullable Unknown unknown,
    boolean written,
    Origin at,
    @Nullable Misspelling misspelling,
    @Nullable TagSetting setting,
    @Nullable TagPlace place) {

  /** True when these are all tags. */
  public boolean complete() {
    return !open && ignored.isEmpty();
  }
}
