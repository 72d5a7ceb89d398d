package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.policy.RequiredTag.Fit;
import dev.iacguard.rules.policy.TagKeys;
import dev.iacguard.rules.remedy.Remedies;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TagPlace;
import dev.iacguard.rules.view.value.TagSetting;
import dev.iacguard.rules.view.value.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges whether tags are those that the policy requires. */
final class RequiredTags {
  private final String subject;
  private final Tags tags;
  private final Map<String, RequiredTag> missing = new LinkedHashMap<>();
  private final Map<String, Value.Unknown> ignored = new LinkedHashMap<>();
  private final List<Present> wrong = new ArrayList<>();
  private final List<Present> undecided = new ArrayList<>();

  /** A tag that is there, with its value in the scenario. */
  private record Present(RequiredTag required, String key, Value value, Fit fit) {}

  private RequiredTags(String subject, Tags tags) {
    this.subject = subject;
    this.tags = tags;
  }

  /**
   * @param subject what has the tags, in a sentence
   * @param template true when the tags are those of a CloudFormation resource
   */
  static Outcome judge(
      String subject,
      Tags tags,
      Scenario scenario,
      List<RequiredTag> required,
      boolean template,
      Policy policy) {
    RequiredTags judged = new RequiredTags(subject, tags);
    for (RequiredTag tag : required) {
      judged.compare(tag, scenario, policy.tags().exactKeys());
    }
    return judged.outcome(
        template && !tags.allOfStack() && policy.tags().stackTags() == Policy.StackTags.UNKNOWN);
  }

  private void compare(RequiredTag required, Scenario scenario, boolean exactly) {
    Present best = null;
    for (Map.Entry<String, Value> tag : tags.entries().entrySet()) {
      if (TagKeys.same(required.key(), tag.getKey(), exactly)) {
        Present present = present(required, tag.getKey(), tag.getValue(), scenario);
        best = best == null || present.fit().compareTo(best.fit()) < 0 ? present : best;
      }
    }
    if (best == null) {
      tags.ignored().entrySet().stream()
          .filter(tag -> TagKeys.same(required.key(), tag.getKey(), exactly))
          .findFirst()
          .ifPresentOrElse(
              tag -> ignored.put(required.key(), tag.getValue()),
              () -> missing.put(required.key(), required));
    } else if (best.fit() == Fit.NO) {
      wrong.add(best);
    } else if (best.fit() == Fit.PERHAPS) {
      undecided.add(best);
    }
  }

  /** The value is only looked at when there is something to ask of it. */
  private static Present present(RequiredTag required, String key, Value value, Scenario scenario) {
    if (required.isKeyOnly()) {
      return new Present(required, key, value, Fit.YES);
    }
    Value resolved = scenario.resolve(value);
    return new Present(required, key, resolved, required.fit(resolved));
  }

  private Outcome outcome(boolean stackMayAdd) {
    if (!missing.isEmpty() && !tags.open() && !stackMayAdd) {
      return Outcome.fail(lacking());
    }
    if (!wrong.isEmpty()) {
      return Outcome.fail(wrongValues());
    }
    if (!missing.isEmpty()) {
      return cannotTellWhetherThere();
    }
    if (!ignored.isEmpty()) {
      return Words.cannotTell(
          whetherItHas(ignored.keySet()), Uncertainty.about(ignored.values().iterator().next()));
    }
    return undecided.isEmpty() ? Outcome.pass() : cannotTellValue(undecided.get(0));
  }

  private String whetherItHas(Set<String> keys) {
    String tags = keys.size() == 1 ? " has the tag " : " has the tags ";
    return "whether the " + subject + tags + Words.list(List.copyOf(keys));
  }

  private Outcome cannotTellWhetherThere() {
    String question = whetherItHas(missing.keySet());
    if (tags.unknown() != null) {
      return Words.cannotTell(question, Uncertainty.about(tags.unknown()));
    }
    return Words.cannotTell(
        question,
        tags.open()
            ? Uncertainty.partly("not all of its tags are known", tags.at())
            : new Uncertainty(
                "the stack's own tags may add them",
                "write them in the template",
                tags.at(),
                true));
  }

  private Outcome cannotTellValue(Present tag) {
    String question =
        "whether the tag " + tag.key() + " of the " + subject + " " + tag.required().requirement();
    List<Value.Unknown> unknowns = Properties.unknowns(tag.value());
    return Words.cannotTell(
        question,
        unknowns.isEmpty()
            ? Uncertainty.partly("its value is not known", tag.value().origin())
            : Uncertainty.about(unknowns.get(0)));
  }

  private Finding lacking() {
    String keys = Words.list(keys());
    List<String> message = new ArrayList<>();
    message.add(subject + " lacks the " + tagOrTags(keys()) + ' ' + keys);
    wrong.forEach(tag -> message.add(objection(tag)));
    Map<String, String> nearlyThere = nearlyThere();
    Finding finding =
        Finding.of(String.join("; ", message), tags.at().at())
            .labelled(has())
            .helped(help(nearlyThere))
            .fixedBy(fix(nearlyThere))
            .rootedIn(rootCause("lacks the tags " + keys));
    return tags.written()
        ? finding.because(tags.at())
        : Misspelling.explain(tags.misspelling(), finding);
  }

  private Finding wrongValues() {
    Value first = wrong.get(0).value();
    String objections = Words.list(wrong.stream().map(RequiredTags::objection).toList());
    return Finding.of(subject + "'s " + objections, first.origin().at())
        .labelled("the policy requires a value that " + wrong.get(0).required().requirement())
        .because(first.origin())
        .helped(help(nearlyThere()))
        .rootedIn(RootCause.at(objections, "", first.origin().written()));
  }

  /** {@code tag Environment is "prd"}. */
  private static String objection(Present tag) {
    String value = Properties.scalar(tag.value());
    String is =
        value == null || tag.value().origin().sensitive()
            ? " has a value that is not allowed"
            : " is \"" + value + '"';
    return "tag " + tag.key() + is;
  }

  /** Tags whose key is nearly one that is missing, by that one. */
  private Map<String, String> nearlyThere() {
    Map<String, String> near = new LinkedHashMap<>();
    for (String key : missing.keySet()) {
      String nearest = Nearest.of(key, tags.entries().keySet());
      if (nearest != null) {
        near.put(key, nearest);
      }
    }
    return near;
  }

  /** Offers a new key for a tag whose key is nearly one that is missing. */
  private String help(Map<String, String> nearlyThere) {
    List<String> added = keys();
    List<String> steps = new ArrayList<>();
    if (!tags.at().sensitive()) {
      nearlyThere.forEach(
          (key, near) -> {
            steps.add("rename " + near + " to " + key);
            added.remove(key);
          });
    }
    if (!added.isEmpty()) {
      steps.add(addition(added));
    }
    wrong.forEach(tag -> steps.add(correction(tag)));
    return String.join("; ", steps);
  }

  /** Null where a tag only has another key. */
  private @Nullable Fix fix(Map<String, String> nearlyThere) {
    TagPlace place = tags.place();
    return place == null || !nearlyThere.isEmpty()
        ? null
        : Remedies.tags(place, List.copyOf(missing.values()));
  }

  /** Code to paste where that is possible; otherwise the keys. */
  private String addition(List<String> keys) {
    TagSetting setting = tags.setting();
    if (setting == null) {
      return "add the " + tagOrTags(keys) + ' ' + Words.list(keys);
    }
    Map<String, String> examples = new LinkedHashMap<>();
    missing.forEach(
        (key, tag) -> {
          if (keys.contains(key)) {
            examples.put(key, tag.example());
          }
        });
    return setting.step(examples);
  }

  private List<String> keys() {
    return new ArrayList<>(missing.keySet());
  }

  private static String correction(Present tag) {
    String value = Properties.scalar(tag.value());
    String near =
        value == null || tag.value().origin().sensitive() ? null : tag.required().nearest(value);
    return "set "
        + tag.key()
        + " to "
        + (near == null ? "a value that " + tag.required().requirement() : '"' + near + '"');
  }

  /**
   * Tags that several resources take from one place are fixed there; where a resource has none of
   * its own, a provider's default tags or the tags of the stack give all of them theirs.
   */
  private RootCause rootCause(String what) {
    return tags.written()
        ? RootCause.at(what, "", tags.at().written())
        : RootCause.inModule(what, tags.at().at());
  }

  private static String tagOrTags(List<String> keys) {
    return keys.size() == 1 ? "tag" : "tags";
  }

  private String has() {
    if (tags.at().sensitive()) {
      return "has other tags, which are sensitive";
    }
    return tags.entries().isEmpty()
        ? "has no tags"
        : "has " + String.join(", ", tags.entries().keySet());
  }
}
