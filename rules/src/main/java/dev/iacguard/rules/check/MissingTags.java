package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.TagKeys;
import dev.iacguard.rules.view.Tags;
import java.util.ArrayList;
import java.util.List;

/** Finds required tag keys that are missing. */
final class MissingTags {
  private MissingTags() {}

  /**
   * @param subject what has the tags, in a sentence
   * @param template true when the tags are those of a CloudFormation resource
   */
  static Outcome judge(
      String subject, Tags tags, List<String> required, boolean template, Policy policy) {
    List<String> missing =
        TagKeys.missing(required, tags.entries().keySet(), policy.tags().exactKeys());
    if (missing.isEmpty()) {
      return Outcome.pass();
    }
    String keys = Words.list(missing);
    if (tags.open()) {
      return Words.cannotTell(
          "whether the " + subject + " has the tags " + keys,
          Uncertainty.partly("not all of its tags are known", tags.at()));
    }
    if (template && policy.tags().stackTags() == Policy.StackTags.UNKNOWN) {
      return Words.cannotTell(
          "whether the " + subject + " has the tags " + keys,
          new Uncertainty(
              "the stack's own tags may add them", "write them in the template", tags.at(), true));
    }
    Finding finding =
        Finding.of(subject + " lacks the " + tagOrTags(missing) + ' ' + keys, tags.at().at())
            .labelled(has(tags))
            .helped("tag it with " + keys)
            .rootedIn(rootCause(tags, keys));
    return Outcome.fail(tags.written() ? finding.because(tags.at()) : finding);
  }

  /**
   * Tags that several resources take from one place are fixed there; where a resource has none of
   * its own, a provider's default tags or the tags of the stack give all of them theirs.
   */
  private static RootCause rootCause(Tags tags, String keys) {
    String what = "lacks the tags " + keys;
    return tags.written()
        ? RootCause.at(what, "", tags.at().written())
        : RootCause.inModule(what, tags.at().at());
  }

  private static String tagOrTags(List<String> keys) {
    return keys.size() == 1 ? "tag" : "tags";
  }

  private static String has(Tags tags) {
    if (tags.at().sensitive()) {
      return "has other tags, which are sensitive";
    }
    return tags.entries().isEmpty()
        ? "has no tags"
        : "has " + String.join(", ", new ArrayList<>(tags.entries().keySet()));
  }
}
