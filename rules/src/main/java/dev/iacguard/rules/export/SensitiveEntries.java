package dev.iacguard.rules.export;

import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.SensitiveNames;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds entries of open variables, such as claims, whose name tells a secret or a person. */
final class SensitiveEntries {
  private static final String PART = "[A-Za-z0-9_.-]*";
  private static final String SOME = PART + "[A-Za-z0-9_]";
  private static final String END = "[.-]*(?:[^A-Za-z0-9_.-]|$)";

  private SensitiveEntries() {}

  /**
   * A pattern for their names.
   *
   * @param open the variables, each up to its last dot
   */
  static String pattern(List<String> open, Policy policy) {
    String harmless =
        SensitiveNames.OF_THE_TOKEN.stream()
            .sorted()
            .map(NamePattern::quote)
            .collect(Collectors.joining("|"));
    String claims = NamePattern.quote(SensitiveNames.CLAIMS);
    String telling =
        SensitiveNames.TELLING.stream().map(NamePattern::loosely).collect(Collectors.joining("|"));
    String others =
        open.stream()
            .filter(name -> !name.equals(SensitiveNames.CLAIMS))
            .map(NamePattern::quote)
            .collect(Collectors.joining("|"));
    String permitted = permitted(policy);
    return (permitted.isEmpty() ? "" : "(?!" + permitted + ")")
        + ("(?:" + claims + "(?!(?i:" + harmless + ")" + END + ")" + SOME)
        + ("|(?!" + claims + SOME + ")(?:" + others + ")" + PART + "(?i:" + telling + "))");
  }

  private static String permitted(Policy policy) {
    Set<String> names = new LinkedHashSet<>();
    for (String variable : policy.accessLog().permittedVariables()) {
      if (variable.startsWith(ContextVariable.PREFIX)) {
        names.add(NamePattern.bare(variable));
      }
    }
    List<Field> required = policy.accessLog().requiredFields();
    for (ApiKind kind : ApiKind.REAL) {
      required.forEach(field -> names.addAll(whole(field.variables(kind))));
    }
    return NamePattern.alternatives(names);
  }

  private static List<String> whole(List<String> names) {
    return new ArrayList<>(names.stream().filter(name -> !name.endsWith(".")).toList());
  }
}
