package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.value.TagPlace;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The fixes of findings that need one property. */
public final class Remedies {
  private Remedies() {}

  /**
   * Sets the retention of a log group that has none.
   *
   * @param written where a value is written that sets none; null when nothing is written
   */
  public static @Nullable Fix retention(LogSink group, @Nullable Origin written, Policy policy) {
    Integer days = new Blueprint(policy).retention();
    if (days == null) {
      return new Fix.Withheld("the policy allows no retention that CloudWatch Logs accepts");
    }
    return written != null
        ? replace(written, Term.number(days))
        : Fix.change(
            new Intention.SetProperty(
                Target.of(group.resource()),
                List.of(group.retentionAttribute()),
                Term.number(days)));
  }

  /** Replaces a literal where it was written. */
  public static Fix replace(Origin value, Term replacement) {
    return Fix.change(new Intention.Replace(value.written(), replacement));
  }

  /**
   * Adds tags.
   *
   * @param required those that are missing
   */
  public static Fix tags(TagPlace place, List<RequiredTag> required) {
    return Fix.change(place.adding(Blueprint.tags(required)));
  }

  /** Keeps SAM from adding a stage of its own. */
  public static Fix openApiVersion(Stage stage) {
    Target target = Target.of(stage.resource());
    Term version = new Term.Text("3.0.1");
    Resource api = stage.apiResource();
    Generated generated = api == null ? null : api.generated();
    return generated != null && generated.how().equals("sam-implicit")
        ? Fix.change(
            new Intention.SetInTemplate(
                target, List.of("Globals", "Api", "OpenApiVersion"), version))
        : Fix.change(new Intention.SetProperty(target, List.of("OpenApiVersion"), version));
  }

  /** Adds variables to a format. */
  public static Fix extend(
      Origin format, @Nullable String separator, SequencedMap<String, String> members) {
    return Fix.change(new Intention.ExtendText(format.written(), separator, members));
  }

  /** The name of a new resource that belongs to another one. */
  public static String name(Resource resource, String terraform, String template) {
    String local = resource.declaredAs().label();
    return resource.isOfTemplate() ? local + template : local + "_" + terraform;
  }
}
