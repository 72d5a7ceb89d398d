package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import dev.iacguard.rules.view.format.ContextVariables;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Checks that the log format holds neither credentials nor what identifies a person, as many people
 * read access logs.
 */
public final class LogFormatLeaksSecret extends LogFormatRule {
  private static final String KEY_ID = "identity.apiKeyId";
  private static final String CLAIMS = "authorizer.claims.";

  /** Claims that speak of the token, not of a person (RFC 7519, RFC 9068, Cognito tokens). */
  private static final Set<String> OF_THE_TOKEN =
      Set.of(
          "aud",
          "auth_time",
          "azp",
          "client_id",
          "cognito",
          "event_id",
          "exp",
          "iat",
          "iss",
          "jti",
          "nbf",
          "origin_jti",
          "scope",
          "scp",
          "sub",
          "token_use",
          "ver",
          "version");

  /** What names of entries tell that hold a secret or a person (OpenID Connect standard claims). */
  private static final List<String> TELLING =
      List.of(
          "accesstoken",
          "address",
          "apikey",
          "authorization",
          "birthdate",
          "email",
          "familyname",
          "givenname",
          "idtoken",
          "password",
          "phone",
          "refreshtoken",
          "secret",
          "username");

  LogFormatLeaksSecret() {
    super(
        "IG108",
        "log-format-leaks-secret",
        "Access log contains secrets or personal data",
        Severity.WARNING);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    List<String> secret = new ArrayList<>();
    List<String> personal = new ArrayList<>();
    for (String variable : format.variables()) {
      String name = variable.substring(ContextVariable.PREFIX.length());
      Sensitivity sensitivity = sensitivity(name);
      if (sensitivity != Sensitivity.NONE && !isPermitted(name, variable, policy)) {
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

  /** What is known of a variable, and of an entry of its kind by the entry's name. */
  private static Sensitivity sensitivity(String name) {
    ContextVariable variable = ContextVariables.find(name);
    if (variable == null) {
      return Sensitivity.NONE;
    }
    String entry = name.substring(variable.name().length()).toLowerCase(Locale.ROOT);
    if (!variable.open()) {
      return variable.sensitivity();
    }
    boolean harmless =
        variable.name().equals(CLAIMS) ? OF_THE_TOKEN.contains(entry) : !isTelling(entry);
    return harmless ? Sensitivity.NONE : Sensitivity.PERSONAL;
  }

  private static boolean isTelling(String entry) {
    String plain = entry.replace("_", "");
    return TELLING.stream().anyMatch(plain::contains);
  }

  /** What the policy asks for by a name of its own cannot be wrong to log. */
  private static boolean isPermitted(String name, String variable, Policy policy) {
    for (String permitted : policy.accessLog().permittedVariables()) {
      if (permitted.endsWith(".") ? variable.startsWith(permitted) : variable.equals(permitted)) {
        return true;
      }
    }
    for (Field field : policy.accessLog().requiredFields()) {
      if (ApiKind.REAL.stream().anyMatch(api -> field.variables(api).contains(name))) {
        return true;
      }
    }
    return false;
  }
}
