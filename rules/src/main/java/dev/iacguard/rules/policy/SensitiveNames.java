package dev.iacguard.rules.policy;

import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells which variables hold credentials or what identifies a person. */
public final class SensitiveNames {
  /** What stands in front of a claim, without {@code $context.}. */
  public static final String CLAIMS = "authorizer.claims.";

  /** Claims that speak of the token, not of a person (RFC 7519, RFC 9068, Cognito tokens). */
  public static final Set<String> OF_THE_TOKEN =
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
  public static final List<String> TELLING =
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

  private SensitiveNames() {}

  /** What is known of a variable, and of an entry of its kind by the entry's name. */
  public static Sensitivity sensitivity(String name) {
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
  public static boolean isPermitted(String name, Policy policy) {
    String variable = ContextVariable.PREFIX + name;
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
