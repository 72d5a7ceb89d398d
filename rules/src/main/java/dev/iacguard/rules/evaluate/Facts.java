package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Retention;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.Tags;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts pieces of the view into the words of the JSON contract. */
final class Facts {
  private static final StageFacts.Tags NOT_SEEN = new StageFacts.Tags(Map.of(), false);

  private Facts() {}

  /**
   * @param of what rules on the whole tree are told of it; null when it is not all known
   */
  static StageFacts.Format format(LogFormat format, StackFacts.@Nullable Format of) {
    StackFacts.Cost cost = of == null ? null : of.cost();
    return new StageFacts.Format(
        format.kind().name().toLowerCase(Locale.ROOT),
        format.variables(),
        format.complete(),
        of == null ? null : of.bytes(),
        cost == null ? null : cost.ingestion().add(cost.storage()));
  }

  /**
   * @param written the value that leads there
   */
  static StageFacts.Destination destination(Destination destination, Value written) {
    return switch (destination) {
      case Destination.LogGroup log -> to("log-group", log.group(), written);
      case Destination.OutsideLogGroup outside -> to("log-group", null, written);
      case Destination.Firehose firehose -> to("firehose", firehose.stream(), written);
      case Destination.Invalid invalid -> to("invalid", null, written);
      case Destination.Uncertain uncertain -> to("unknown", null, written);
    };
  }

  private static StageFacts.Destination to(String kind, @Nullable LogSink store, Value written) {
    if (store != null) {
      return new StageFacts.Destination(kind, store.resource().address().toString(), null);
    }
    String text = written instanceof Value.Unknown unknown ? unknown.what() : text(written);
    return new StageFacts.Destination(kind, null, text);
  }

  /** Null when the destination is not known to be a log group. */
  static StageFacts.@Nullable LogGroup logGroup(Destination destination) {
    return switch (destination) {
      case Destination.LogGroup log -> declared(log.group());
      case Destination.OutsideLogGroup outside ->
          new StageFacts.LogGroup(
              null,
              false,
              outside.name() == null ? null : text(outside.name()),
              null,
              "external",
              NOT_SEEN);
      default -> null;
    };
  }

  private static StageFacts.LogGroup declared(LogSink group) {
    Retention retention = group.retention();
    Value.Text name = group.name();
    String kind =
        switch (retention) {
          case Retention.Days days -> "days";
          case Retention.OneDay day -> "days";
          case Retention.Never never -> "never";
          case Retention.Unusable unusable -> "unknown";
          case Retention.Uncertain uncertain -> "unknown";
        };
    return new StageFacts.LogGroup(
        group.resource().address().toString(),
        !group.isExported(),
        name == null ? null : text(name),
        retention.inDays(),
        kind,
        tags(group.tags()));
  }

  static StageFacts.Tags tags(Tags tags) {
    if (tags.at().sensitive()) {
      return NOT_SEEN;
    }
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    tags.entries().forEach((key, value) -> values.put(key, text(value)));
    return new StageFacts.Tags(values, tags.complete());
  }

  /** A known value as text; null for a secret and all else. */
  private static @Nullable String text(Value value) {
    return value.origin().sensitive() ? null : Properties.scalar(value);
  }
}
