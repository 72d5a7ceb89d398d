package dev.iacguard.core.engine;

import dev.iacguard.core.model.Exemption;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.terraform.TerraformExemptions;
import java.util.List;

/**
 * How much of the tree a run saw. What was not found in a part, or under values given from outside,
 * may be there all the same.
 *
 * @param whole whether the whole tree was selected
 * @param oneOfSeveral whether values came from outside, or are there for other runs to give
 * @param exemptions the exceptions in the source files that were read
 */
public record Extent(boolean whole, boolean oneOfSeveral, List<Exemption> exemptions) {
  static final Extent PART = new Extent(false, true, List.of());

  static Extent of(Selection selection, Inputs inputs, List<Exemption> exemptions) {
    boolean others =
        !inputs.equals(Inputs.NONE)
            || (!exemptions.isEmpty()
                && selection.files().stream().anyMatch(TerraformExemptions::isForOneRun));
    return new Extent(selection.named().contains(""), others, exemptions);
  }
}
