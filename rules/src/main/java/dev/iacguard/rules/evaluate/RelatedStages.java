package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding.Related;
import java.util.ArrayList;
import java.util.List;

/** Names the first of the stages that a finding concerns, and says how many more there are. */
final class RelatedStages {
  private static final int MOST_SHOWN = 3;

  private RelatedStages() {}

  /**
   * @param each comes before the address of a stage
   * @param rest comes before the number of those that are not named
   */
  static List<Related> of(List<Resource> stages, String each, String rest) {
    List<Related> related = new ArrayList<>();
    for (Resource stage : stages.subList(0, Math.min(stages.size(), MOST_SHOWN))) {
      related.add(new Related(each + stage.address(), stage.header()));
    }
    if (stages.size() > MOST_SHOWN) {
      Resource next = stages.get(MOST_SHOWN);
      related.add(new Related(rest + (stages.size() - MOST_SHOWN) + " more", next.header()));
    }
    return related;
  }
}
