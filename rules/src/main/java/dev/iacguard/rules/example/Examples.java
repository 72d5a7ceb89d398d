package dev.iacguard.rules.example;

import dev.iacguard.core.cloudformation.edit.TemplateWriter;
import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.edit.HclWriter;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.view.value.GeneratedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what a fix would write as code to paste. */
public final class Examples {
  /** Terraform's identifiers; logical ids are shorter. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private static final int FEW = 5;

  private Examples() {}

  /**
   * The code of a fix; null for one that brings none, or when the file that declares the resource
   * is not written by hand.
   */
  public static @Nullable Example of(@Nullable Fix fix, Resource resource, Policy policy) {
    @Nullable IntentionWriter writer = beside(resource);
    if (writer == null || !(fix instanceof Fix.Change change)) {
      return null;
    }
    List<Intention> intentions = ofTheFirstPlaces(change.intentions());
    GivenValues values = values(policy);
    return new Example(
        () -> code(intentions, Intention.SetProperty.class::isInstance, values, writer),
        () -> code(intentions, Intention.Declare.class::isInstance, values, writer));
  }

  /** A fix may change thousands of stages; what it does to a few of them shows the pattern. */
  private static List<Intention> ofTheFirstPlaces(List<Intention> intentions) {
    Set<Span> first =
        intentions.stream().map(Intention::at).distinct().limit(FEW).collect(Collectors.toSet());
    return intentions.stream().filter(intention -> first.contains(intention.at())).toList();
  }

  private static String code(
      List<Intention> intentions,
      Predicate<Intention> wanted,
      GivenValues values,
      IntentionWriter writer) {
    return writer.code(intentions.stream().filter(wanted).map(values::fill).toList());
  }

  /** Values that the policy allows, or an ellipsis to fill in. */
  private static GivenValues values(Policy policy) {
    Map<String, String> values = new HashMap<>();
    for (RequiredTag tag : policy.logGroup().requiredTags()) {
      values.put(tag.key(), tag.example());
    }
    return new GivenValues(values);
  }

  /**
   * The writer for the file that declares a resource; null when the file is not written by hand, or
   * does not declare the resource by its name.
   */
  static @Nullable IntentionWriter beside(Resource resource) {
    Span header = resource.header();
    String label = resource.declaredAs().label();
    return NAME.matcher(label).matches() && header.text().contains(label)
        ? at(header, resource)
        : null;
  }

  /** The writer for a value of a resource, which may be in another file; null as above. */
  static @Nullable IntentionWriter at(Span place, Resource resource) {
    String path = place.path();
    if (GeneratedFile.is(path)) {
      return null;
    }
    if (resource.isOfTemplate()) {
      return new TemplateWriter();
    }
    boolean hcl = ConfigNames.isConfig(path) && !ConfigNames.isJson(path);
    return hcl && resource.type().startsWith("aws_") ? new HclWriter() : null;
  }
}
