package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.SensitiveNames;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import dev.iacguard.rules.view.format.ContextVariables;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Checks that the log format holds neither credentials nor what identifies a person, as many people
 * read access logs.
 */
public final class LogFormatLeaksSecret extends LogFormatRule {
  private static final String KEY_ID = "identity.apiKeyId";

  LogFormatLeaksSecret() {
    super(
        "IG108",
        "log-format-leaks-secret",
        "Access log contains secrets or personal data",
        Severity.WARNING);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    if (format.isUnknown()) {
      return Words.cannotTell(
          "whether the access log contains secrets", format.uncertainties().get(0));
    }
    List<String> secret = new ArrayList<>();
    List<String> personal = new ArrayList<>();
    for (String variable : format.variables()) {
      String name = variable.substring(ContextVariable.PREFIX.length());
      Sensitivity sensitivity = SensitiveNames.sensitivity(name);
      if (sensitivity != Sensitivity.NONE && !SensitiveNames.isPermitted(name, policy)) {
        (sensitivity == Sensitivity.SECRET ? secret : personal).add(variable);
      }
    }
    if (secret.isEmpty() && personal.isEmpty()) {
      return Outcome.pass();
    }
    List<String> all = new ArrayList<>(secret);
    all.addAll(personal);
    String what = secret.isEmpty() ? "personal data: " : "a secret: ";
    return Outcome.fail(
        Finding.of("access log contains " + what + Words.list(all), format.at().at())
            .because(format.at())
            .helped(
                secret.isEmpty()
                    ? "leave it out, or permit it in the policy (access-log.permitted-variables)"
                    : insteadOfTheKey(stage.api(), secret))
            .fixedBy(fix(stage.api(), all, format)));
  }

  /** Only the API key has something harmless that takes its place. */
  private static Fix fix(ApiKind api, List<String> all, LogFormat format) {
    String key = ContextVariable.PREFIX + "identity.apiKey";
    if (!all.equals(List.of(key)) || !hasKeyId(api)) {
      return new Fix.Withheld("leave it out, or permit it in the policy");
    }
    SequencedMap<String, String> words = new LinkedHashMap<>();
    words.put(key, ContextVariable.PREFIX + KEY_ID);
    return Fix.change(new Intention.ReplaceWords(format.at().written(), words));
  }

  /** Not every kind of API has the key's id. */
  private static boolean hasKeyId(ApiKind api) {
    return api.possible().stream().allMatch(kind -> ContextVariables.names(kind).contains(KEY_ID));
  }

  private static String insteadOfTheKey(ApiKind api, List<String> secret) {
    return hasKeyId(api)
        ? "log " + ContextVariable.PREFIX + KEY_ID + " instead of the key"
        : "leave out " + Words.list(secret);
  }
}
