package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.JsonLines;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes access log formats ones that API Gateway and the policy accept. They lose no variable. */
public final class FormatRemedy {
  /** Its value has quotes already; the other variable has the same text without them. */
  private static final SequencedMap<String, String> UNQUOTED =
      new LinkedHashMap<>(Map.of("$context.error.messageString", "$context.error.message"));

  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final Fix UNCERTAIN =
      new Fix.Withheld("the intended format is not certain; correct it by hand");

  private FormatRemedy() {}

  /** A JSON object of what the policy asks for and of everything that the format logs. */
  public static Fix asJson(Stage stage, LogFormat format, Policy policy) {
    if (stage.api() == ApiKind.UNKNOWN) {
      return new Fix.Withheld("the API's protocol is not known, which decides the format");
    }
    SequencedMap<String, String> members = wanted(stage, policy);
    for (String variable : format.variables()) {
      if (!members.containsValue(variable)) {
        members.put(key(variable, members), variable);
      }
    }
    return Remedies.replace(format.at(), new Term.Json(members));
  }

  private static SequencedMap<String, String> wanted(Stage stage, Policy policy) {
    return new Blueprint(policy).format(stage.api(), stage.callerVariable());
  }

  /** The last part of a variable's name, or all of it where that is taken. */
  private static String key(String variable, Map<String, String> members) {
    String last = variable.substring(variable.lastIndexOf('.') + 1);
    return members.containsKey(last) ? variable.substring(ContextVariable.PREFIX.length()) : last;
  }

  /** Adds what the policy asks for to a JSON object that logs no variable. */
  public static Fix withVariables(Stage stage, LogFormat format, Policy policy) {
    if (stage.api() == ApiKind.UNKNOWN) {
      return new Fix.Withheld("the API's protocol is not known, which decides the format");
    }
    SequencedMap<String, String> members = wanted(stage, policy);
    return format.members().keySet().stream().anyMatch(members::containsKey)
        ? UNCERTAIN
        : Remedies.extend(format.at(), null, members);
  }

  /** Logs the error's message by the variable that has no quotes of its own. */
  public static Fix unquoted(LogFormat format) {
    return Fix.change(new Intention.ReplaceWords(format.at().written(), UNQUOTED));
  }

  /** A format that is JSON in no sense that is certain. */
  public static Fix uncertain() {
    return UNCERTAIN;
  }

  /** JSON with mistakes corrected that leave one reading. */
  public static Fix repaired(LogFormat format) {
    Value.@Nullable Text repaired =
        format.at().sensitive() ? null : new JsonLines(format.text()).repaired();
    String text = repaired == null ? null : repaired.known();
    if (repaired == null || text == null) {
      return UNCERTAIN;
    }
    @Nullable SequencedMap<String, String> members = FormatFields.ofStrings(repaired);
    return Remedies.replace(
        format.at(), members == null ? new Term.Text(text) : new Term.Json(members));
  }

  /** Adds the request id, without which API Gateway takes no format. */
  public static Fix withRequestId(LogFormat format) {
    String separator = FormatFields.separator(format.kind());
    boolean json = format.makesObjects();
    String variable = Fields.REQUEST_ID.variable(ApiKind.REST);
    String key = json ? Fields.REQUEST_ID.key() : variable;
    if ((!json && separator == null) || format.members().containsKey(key)) {
      return new Fix.Withheld("the format is neither a line of words nor JSON without that member");
    }
    return Remedies.extend(
        format.at(), json ? null : separator, new LinkedHashMap<>(Map.of(key, variable)));
  }

  /** The same on one line; null when some of it is not known. */
  public static @Nullable Fix onOneLine(LogFormat format) {
    String known = format.at().sensitive() ? null : format.text().known();
    if (known == null) {
      return null;
    }
    @Nullable SequencedMap<String, String> members = FormatFields.ofStrings(format.text());
    if (members != null) {
      return Remedies.replace(format.at(), new Term.Json(members));
    }
    String between = format.kind() == LogFormat.Kind.JSON ? "" : " ";
    String line = BREAK.matcher(known.strip()).replaceAll(between);
    return Remedies.replace(format.at(), new Term.Text(line));
  }
}
