package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import java.util.List;
import java.util.Map;

/**
 * Edits of the code as it is, each of which fixes a finding.
 *
 * @param edits all edits of a finding, by its fingerprint
 * @param untried how many findings may have edits that were not tried: the run has reached its
 *     limit
 */
public record SuggestedEdits(Map<String, List<Edit>> edits, long untried) {}
