package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.example.FormatExample;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.FormatFields;
import dev.iacguard.rules.remedy.Remedies;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that the log format has every field that the policy requires. */
public final class LogFormatLacksRequiredField extends LogFormatRule {
  private static final int MOST_SHOWN = 6;

  LogFormatLacksRequiredField() {
    super(
        "IG104",
        "log-format-lacks-required-field",
        "Access log format lacks a required field",
        Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    Origin origin = format.at();
    ApiKind api = stage.api();
    List<Field> sure = missing(policy, format, api, true);
    List<Field> possible = missing(policy, format, api, false);
    if (possible.isEmpty()) {
      return Outcome.pass();
    }
    if (!format.complete()) {
      return Words.cannotTell(
          "whether the access log format has " + labels(possible), format.uncertainties().get(0));
    }
    if (sure.isEmpty()) {
      return Words.cannotTell(
          "whether the access log format has " + labels(possible),
          new Uncertainty("the API's protocol is not known", "", origin));
    }
    return Outcome.fail(
        Finding.of("access log format lacks " + labels(sure), origin.at())
            .labelled(has(format))
            .because(origin)
            .helped(help(sure, stage, format))
            .showing(example(sure, stage, format))
            .fixedBy(fix(sure, stage, format))
            .weighing(sure.equals(List.of(Fields.LATENCY)) ? Severity.WARNING : null)
            .rootedIn(cause(format, api)));
  }

  /**
   * @param sure true for the fields that are missing whatever kind the API turns out to be
   */
  private static List<Field> missing(Policy policy, LogFormat format, ApiKind api, boolean sure) {
    List<Field> missing = new ArrayList<>();
    for (Field field : policy.accessLog().requiredFields()) {
      int without = 0;
      for (ApiKind kind : api.possible()) {
        boolean lacks = field.isAvailable(kind) && !field.isIn(format.variables(), kind);
        without += lacks ? 1 : 0;
      }
      if (sure ? without == api.possible().size() : without > 0) {
        missing.add(field);
      }
    }
    return missing;
  }

  private static String labels(List<Field> fields) {
    return Words.list(fields.stream().map(Field::label).toList());
  }

  private static String has(LogFormat format) {
    List<String> variables = format.variables();
    if (variables.isEmpty()) {
      return "has no $context variable";
    }
    List<String> shown =
        variables.stream()
            .limit(MOST_SHOWN)
            .map(variable -> variable.substring("$context.".length()))
            .toList();
    int more = variables.size() - shown.size();
    return "has " + String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  private static @Nullable Example example(List<Field> missing, Stage stage, LogFormat format) {
    Map<String, String> variables = null;
    for (ApiKind kind : stage.api().possible()) {
      Map<String, String> own = new LinkedHashMap<>();
      missing.forEach(field -> own.put(field.key(), FormatFields.variable(field, stage, kind)));
      if (variables != null && !variables.equals(own)) {
        return null;
      }
      variables = own;
    }
    return variables == null ? null : FormatExample.of(stage, format, variables);
  }

  /** What to add; where the kind of the API is open, for each kind that it may be. */
  private static String help(List<Field> missing, Stage stage, LogFormat format) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (ApiKind kind : stage.api().possible()) {
      kinds.putIfAbsent(additions(missing, stage, kind, format), kind.prose());
    }
    if (kinds.size() == 1) {
      return "add " + kinds.keySet().iterator().next();
    }
    List<String> texts = new ArrayList<>();
    kinds.forEach((text, kind) -> texts.add("for " + kind + " add " + text));
    return String.join("; ", texts);
  }

  private static Fix fix(List<Field> missing, Stage stage, LogFormat format) {
    ApiKind api = stage.api();
    if (api == ApiKind.UNKNOWN) {
      return new Fix.Withheld("the API's protocol is not known");
    }
    SequencedMap<String, String> members = new LinkedHashMap<>();
    boolean json = format.kind() == LogFormat.Kind.JSON;
    String separator = FormatFields.separator(format.kind());
    if (!json && separator == null) {
      return new Fix.Withheld("the format is neither JSON nor a line of words");
    }
    for (Field field : missing) {
      String variable = FormatFields.variable(field, stage, api);
      String key = json ? key(field, variable, format) : variable;
      if (key.isEmpty()) {
        return new Fix.Withheld("the members of the format have the names that are needed");
      }
      members.put(key, variable);
    }
    return Remedies.extend(format.at(), separator, members);
  }

  /** A name that no member has yet; empty when there is none. */
  private static String key(Field field, String variable, LogFormat format) {
    String own = variable.substring(variable.lastIndexOf('.') + 1);
    return Stream.of(field.key(), own)
        .filter(key -> !format.members().containsKey(key))
        .findFirst()
        .orElse("");
  }

  private static String additions(
      List<Field> missing, Stage stage, ApiKind kind, LogFormat format) {
    boolean json = format.kind() == LogFormat.Kind.JSON;
    List<String> additions = new ArrayList<>();
    for (Field field : missing) {
      String variable = FormatFields.variable(field, stage, kind);
      additions.add(json ? '"' + field.key() + "\": \"" + variable + '"' : variable);
    }
    return Words.list(additions);
  }
}
