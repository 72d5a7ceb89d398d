package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.LinkedType;
import dev.iacguard.rules.view.value.Misspelling;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TagReader;
import dev.iacguard.rules.view.value.Tags;
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
    Resource setter = retentionSetter();
    String attribute = setter == null ? type.retention() : "RetentionInDays";
    Resource holder = setter == null ? resource : setter;
    boolean written = holder.attributes().has(attribute);
    return Retention.of(scenario.resolve(holder.get(attribute)), written);
  }

  /** The custom resource that sets its retention, where it says nothing of that itself. */
  private @Nullable Resource retentionSetter() {
    if (resource.attributes().has(type.retention()) || !isTemplate()) {
      return null;
    }
    for (Resource setter : view.stack().resources(LinkedType.CUSTOM_RETENTION)) {
      boolean its =
          view.links().names().find(scenario, LinkKind.LOG_GROUP, setter.get("LogGroupName"))
                  instanceof Link.Declared link
              && link.resource().address().equals(resource.address())
              && scenario.holds(setter.exists());
      if (its) {
        return setter;
      }
    }
    return null;
  }

  /** The retention under a wrong name; null when there is none. */
  public @Nullable Misspelling misspeltRetention() {
    return Misspelling.of(scenario, resource, List.of(retentionAttribute()));
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
