package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A metric filter of a template that counts errors in the access log.
 *
 * @param filter declares it
 * @param metric the metric that it makes, in {@link #NAMESPACE}
 */
record LoggedErrors(Intention filter, String metric) {
  /** The name of the stack: metrics of other stacks are not mixed with these. */
  static final Term NAMESPACE = new Term.Declared("", "AWS::StackName", "Ref");

  private static final String TYPE = "AWS::Logs::MetricFilter";
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * Null unless the log group is in the same template and its lines have the status as a string.
   */
  static @Nullable LoggedErrors of(Stage stage, ErrorKind errors) {
    Resource resource = stage.resource();
    LogFormat format = stage.format();
    String member = format == null || format.at().sensitive() ? null : status(format);
    if (!resource.isOfTemplate()
        || member == null
        || !(stage.accessLog() instanceof AccessLog.Written log)
        || !(stage.destination(log) instanceof Destination.LogGroup to)
        || !isBeside(to.group().resource(), resource)) {
      return null;
    }
    String metric = Remedies.name(resource, errors.snake(), errors.pascal());
    SequencedMap<String, Term> transformation = new LinkedHashMap<>();
    transformation.put("MetricName", new Term.Text(metric));
    transformation.put("MetricNamespace", NAMESPACE);
    transformation.put("MetricValue", new Term.Text("1"));
    SequencedMap<String, Term> filter = new LinkedHashMap<>();
    String pattern = "{ $." + member + " = \"" + errors.digit() + "*\" }";
    Resource group = to.group().resource();
    filter.put("FilterPattern", new Term.Text(pattern));
    filter.put("LogGroupName", new Term.Declared(TYPE, group.declaredAs().label(), "Ref"));
    filter.put("MetricTransformations", new Term.Items(List.of(new Term.Entries(transformation))));
    String name = stage.freeName(TYPE, metric + "Filter");
    return new LoggedErrors(new Intention.Declare(Target.of(resource), TYPE, name, filter), metric);
  }

  /** Declared in the same template, on the same conditions. */
  private static boolean isBeside(Resource group, Resource stage) {
    return group.generated() == null
        && group.header().path().equals(stage.header().path())
        && group.address().prefix().equals(stage.address().prefix())
        && group.exists().equals(stage.exists());
  }

  /** The member that holds the status; null when there is none, or it may not be a string. */
  private static @Nullable String status(LogFormat format) {
    Map<String, String> members = FormatFields.ofStrings(format.text());
    String variable = Fields.STATUS.variable(ApiKind.REST);
    return members == null
        ? null
        : members.entrySet().stream()
            .filter(member -> member.getValue().equals(variable))
            .map(Map.Entry::getKey)
            .filter(name -> MEMBER.matcher(name).matches())
            .findFirst()
            .orElse(null);
  }
}
