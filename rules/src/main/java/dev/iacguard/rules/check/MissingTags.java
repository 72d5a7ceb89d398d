package dev.iacguard.rules.check;

import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.TagKeys;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Tags;
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
            .helped(help(missing, tags))
            .rootedIn(rootCause(tags, keys));
    return Outcome.fail(
        tags.written()
            ? finding.because(tags.at())
            : Misspelling.explain(tags.misspelling(), finding));
  }

  /** Offers a new key for a tag whose key is nearly one that is missing. */
  private static String help(List<String> missing, Tags tags) {
    List<String> added = new ArrayList<>(missing);
    List<String> steps = new ArrayList<>();
    if (!tags.at().sensitive()) {
      for (String key : missing) {
        String near = Nearest.of(key, tags.entries().keySet());
        if (near != null) {
          steps.add("rename " + near + " to " + key);
          added.remove(key);
        }
      }
    }
    if (!added.isEmpty()) {
      steps.add("add the " + tagOrTags(added) + ' ' + Words.list(added));
    }
    return String.join("; ", steps);
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
