package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Retention;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.role.LoggingRole;
import dev.iacguard.rules.view.value.Tags;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds the input of expressions from subjects, in the types of {@link Shapes}. */
final class CelInputs {
  private CelInputs() {}

  static void stage(Stage stage, CelInputBuilder into) {
    Resource resource = stage.resource();
    common(resource, into).text("kind", stage.declared().kind());
    String name = stage.name();
    if (name == null) {
      into.unknown("name", "is not known");
    } else {
      into.text("name", name);
    }
    if (into.uses("api")) {
      ApiKind api = stage.api();
      if (api == ApiKind.UNKNOWN) {
        into.unknown("api", "the API's protocol is not known");
      } else {
        into.text("api", api.name());
      }
    }
    into.value("tags", () -> tags(stage.tags()));
    if (into.uses("accessLog") || into.uses("logGroup")) {
      log(stage, into);
    }
  }

  private static void log(Stage stage, CelInputBuilder into) {
    switch (stage.accessLog()) {
      case AccessLog.Absent absent -> {}
      case AccessLog.Uncertain uncertain -> {
        into.unknown("accessLog", uncertain.uncertainty().reason());
        into.unknown("logGroup", uncertain.uncertainty().reason());
      }
      case AccessLog.Written written -> {
        into.object("accessLog", log -> accessLog(stage, written, log));
        if (written.hasDestination() && into.uses("logGroup")) {
          logGroup(stage.destination(written), into);
        }
      }
    }
  }

  private static void accessLog(Stage stage, AccessLog.Written written, CelInputBuilder into) {
    into.value("format", written::format);
    if (into.uses("variables") || into.uses("formatKind")) {
      format(stage.format(), into);
    }
    if (into.uses("destination")) {
      switch (stage.destination(written)) {
        case Destination.LogGroup log -> into.text("destination", "log-group");
        case Destination.OutsideLogGroup outside -> into.text("destination", "log-group");
        case Destination.Firehose stream -> into.text("destination", "firehose");
        case Destination.Invalid invalid -> into.text("destination", "invalid");
        case Destination.Uncertain uncertain ->
            into.unknown("destination", uncertain.uncertainty().reason());
      }
    }
  }

  private static void format(@Nullable LogFormat format, CelInputBuilder into) {
    if (format == null) {
      return;
    }
    into.texts("variables", format.variables());
    if (!format.complete()) {
      into.unknown("variables", format.uncertainties().get(0).reason());
    }
    if (format.kind() == LogFormat.Kind.UNKNOWN) {
      into.unknown("formatKind", "the format is not known");
    } else {
      into.text("formatKind", format.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void logGroup(Destination destination, CelInputBuilder into) {
    switch (destination) {
      case Destination.LogGroup log ->
          into.object("logGroup", inside -> logGroup(log.group(), inside));
      case Destination.OutsideLogGroup outside ->
          into.unknown("logGroup", "is not declared in the code");
      case Destination.Uncertain uncertain ->
          into.unknown("logGroup", uncertain.uncertainty().reason());
      case Destination.Firehose stream -> {}
      case Destination.Invalid invalid -> {}
    }
  }

  static void logGroup(LogSink group, CelInputBuilder into) {
    common(group.resource(), into).value("tags", () -> tags(group.tags()));
    Value.Text name = group.name();
    if (name != null) {
      into.value("name", () -> name);
    }
    if (into.uses("retentionDays")) {
      switch (group.retention()) {
        case Retention.Days days -> into.number("retentionDays", days.days());
        case Retention.OneDay day -> into.number("retentionDays", 1);
        case Retention.Never never -> into.number("retentionDays", 0);
        case Retention.Unusable unusable ->
            into.unknown("retentionDays", unusable.text() + " is not a number of days");
        case Retention.Uncertain uncertain ->
            into.unknown("retentionDays", uncertain.uncertainty().reason());
      }
    }
  }

  static void role(LoggingRole.Declared role, CelInputBuilder into) {
    common(role.role().resource(), into).text("reference", role.reference().text());
  }

  static void stack(SeenStack seen, CelInputBuilder into) {
    into.text("name", seen.stack().name())
        .text("language", seen.stack().language().label())
        .objects("stages", seen.stages(), CelInputs::stage);
  }

  static void resource(Resource resource, CelInputBuilder into) {
    common(resource, into);
  }

  private static CelInputBuilder common(Resource resource, CelInputBuilder into) {
    return into.text("id", resource.address().toString())
        .text("type", resource.type())
        .text("path", resource.header().path())
        .object("attributes", attributes -> attributes(resource, attributes));
  }

  private static void attributes(Resource resource, CelInputBuilder into) {
    for (String name : resource.attributes().names()) {
      into.value(name, () -> resource.get(name));
    }
  }

  private static Value tags(Tags tags) {
    return new Value.Mapping(true, tags.entries(), !tags.complete(), tags.at());
  }
}
