package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkedType;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TagReader;
import dev.iacguard.rules.view.value.Tags;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log group or Firehose stream that the code declares, in one scenario. */
public final class LogSink {
  private final Scenario scenario;
  private final Resource resource;
  private final LinkedType type;
  private final GatewayView view;

  LogSink(Scenario scenario, Link.Declared link, GatewayView view) {
    this.scenario = scenario;
    this.view = view;
    this.resource = link.resource();
    this.type = link.type();
  }

  /** The scenario it is seen in. */
  public Scenario scenario() {
    return scenario;
  }

  public Resource resource() {
    return resource;
  }

  /** True when the code does not declare it, and an export shows it. */
  public boolean isExported() {
    return view.exports().shows(resource);
  }

  /** What it is called in a sentence. */
  public String prose() {
    return type.what().prose();
  }

  /** True when it is a CloudFormation resource, which may get tags from its stack. */
  public boolean isTemplate() {
    return resource.isOfTemplate();
  }

  /** As far as it is known; null when it has none of its own. */
  public Value.@Nullable Text name() {
    Value name = scenario.resolve(resource.get(type.name()));
    return name instanceof Value.Text text ? text : null;
  }

  /** Only a log group has one. The class {@code DELIVERY} ignores what is set. */
  public Retention retention() {
    Value logClass = logClass();
    if ("DELIVERY".equals(Properties.known(logClass))) {
      return new Retention.OneDay(logClass.origin());
    }
    Retention custom = customRetention();
    if (custom != null) {
      return custom;
    }
    boolean written = resource.attributes().has(type.retention());
    return Retention.of(scenario.resolve(resource.get(type.retention())), written);
  }

  /** What custom resources set, where it says nothing of that itself; null when none does. */
  private @Nullable Retention customRetention() {
    if (resource.attributes().has(type.retention()) || !isTemplate()) {
      return null;
    }
    Retention possible = null;
    for (Resource setter : view.stack().resources(LinkedType.CUSTOM_RETENTION)) {
      TextComparison own =
          view.links()
              .names()
              .isNameOf(scenario, setter.get("LogGroupName"), new Link.Declared(resource, type));
      if (own != TextComparison.DIFFERENT && scenario.holds(setter.exists())) {
        if (own == TextComparison.SAME) {
          return Retention.of(scenario.resolve(setter.get("RetentionInDays")), true);
        }
        possible =
            new Retention.Uncertain(
                new Uncertainty(
                    setter.address() + " may set the retention of this log group",
                    "refer to the log group",
                    Origin.at(setter.header())));
      }
    }
    return possible;
  }

  /** The retention under a wrong name; null when there is none. */
  public @Nullable Misspelling misspeltRetention() {
    return Misspelling.of(scenario, resource, List.of(retentionAttribute()));
  }

  /** The deletion policy in a place that does not count; null when there is none. */
  public @Nullable Misspelling misplacedPolicy() {
    return isTemplate() ? Misspelling.of(scenario, resource, List.of("DeletionPolicy")) : null;
  }

  /** The KMS key under a wrong name; null when there is none. */
  public @Nullable Misspelling misspeltKey() {
    return Misspelling.of(scenario, resource, List.of(isTemplate() ? "KmsKeyId" : "kms_key_id"));
  }

  /** The attribute that sets the retention. */
  public String retentionAttribute() {
    return type.retention();
  }

  public Tags tags() {
    return TagReader.read(scenario, resource, type.tags());
  }

  /** The key it is encrypted with; null-valued for the service's own. */
  public Value key() {
    return setting("kms_key_id", "KmsKeyId");
  }

  /** Its class; null-valued for the usual one. */
  public Value logClass() {
    return setting("log_group_class", "LogGroupClass");
  }

  /** The metric filters of this log group and those that may be. */
  List<MetricFilter> filters() {
    return MetricFilter.of(scenario, view, new Link.Declared(resource, type));
  }

  /** A metric filter of this log group, or null when the code declares none. */
  public @Nullable Resource metricFilter() {
    return filters().stream()
        .filter(MetricFilter::sure)
        .map(MetricFilter::resource)
        .findFirst()
        .orElse(null);
  }

  /** Whether deleting it, or all of its stack, leaves the log group and its events. */
  public Protection protection() {
    return Protection.of(scenario, resource);
  }

  private Value setting(String terraform, String template) {
    return type.setsRetentionOnly()
        ? Value.Unknown.of(
            Cause.NOT_EVALUATED, "a setting of the log group", resource.get("").origin())
        : scenario.resolve(resource.get(isTemplate() ? template : terraform));
  }
}
