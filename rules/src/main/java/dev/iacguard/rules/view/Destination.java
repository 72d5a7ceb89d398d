package dev.iacguard.rules.view;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import org.jspecify.annotations.Nullable;

/** The destination of a stage's access log. */
public sealed interface Destination {

  /** A log group that the code declares. */
  record LogGroup(LogSink group) implements Destination {}

  /**
   * A log group that the code does not declare.
   *
   * @param name as far as it is known, or null
   * @param exported true when it is an export that does not hold it
   */
  record OutsideLogGroup(Value.@Nullable Text name, boolean exported) implements Destination {}

  /**
   * A Firehose stream.
   *
   * @param stream null when the code does not declare it
   * @param name as far as it is known, or null
   */
  record Firehose(@Nullable LogSink stream, Value.@Nullable Text name) implements Destination {}

  /**
   * Nothing that API Gateway could log to.
   *
   * @param why completes "the destination …"
   */
  record Invalid(String why) implements Destination {}

  record Uncertain(Uncertainty uncertainty) implements Destination {}

  static Destination of(Scenario scenario, Link link, GatewayView view) {
    return switch (link) {
      case Link.Declared declared when declared.type().what() == LinkKind.LOG_GROUP ->
          new LogGroup(new LogSink(scenario, declared, view));
      case Link.Declared declared -> {
        LogSink stream = new LogSink(scenario, declared, view);
        yield new Firehose(stream, stream.name());
      }
      case Link.Outside outside when outside.what() == LinkKind.LOG_GROUP ->
          new OutsideLogGroup(outside.name(), view.isDeployed());
      case Link.Outside outside -> new Firehose(null, outside.name());
      case Link.Wrong wrong -> new Invalid(wrong.why());
      case Link.Uncertain uncertain -> new Uncertain(uncertain.uncertainty());
    };
  }
}
