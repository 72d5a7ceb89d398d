package dev.iacguard.core.engine.fix;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree that can be judged with other texts in its files. Nothing is written. */
public interface EditedTree {

  /** Why a file may not be changed, by the path as shown; null when it may. */
  @Nullable String refusal(String shown);

  /** A shown path as it is from the root of the tree. */
  String inTree(String shown);

  /**
   * Judges the stacks that other texts than those of the last time can reach, and takes over what
   * is known of the others.
   *
   * @param texts by path as shown
   */
  Judged judge(Map<String, String> texts);

  /** Judges every stack, unless the last time these texts were judged in every stack. */
  Judged judgeWhole(Map<String, String> texts);
}
