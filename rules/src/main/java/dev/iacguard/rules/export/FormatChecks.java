package dev.iacguard.rules.export;

import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.SensitiveNames;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes what the policy wants of a log format as clauses of Guard. */
record FormatChecks(Policy policy, StagePaths stage) {
  /** A variable in braces works, but is documented nowhere: then nothing is sure to be missing. */
  private static final String BRACED = "\\$\\{context\\.";

  /** IG104: a clause for each field that every kind of API the stage may be of can log. */
  List<String> requiredFields() {
    List<String> clauses = new ArrayList<>();
    for (Field field : policy.accessLog().requiredFields()) {
      if (stage.kinds().stream().allMatch(field::isAvailable)) {
        Set<String> names = new LinkedHashSet<>();
        stage.kinds().forEach(kind -> names.addAll(field.variables(kind)));
        clauses.add(
            matches(
                NamePattern.anyOf(names) + "|" + BRACED,
                "access log format lacks " + field.label()));
      }
    }
    return clauses;
  }

  /** Fields that only some of the kinds can log, so that nothing is asked of them. */
  List<String> fieldsOfSomeKinds() {
    return policy.accessLog().requiredFields().stream()
        .filter(field -> stage.kinds().stream().anyMatch(field::isAvailable))
        .filter(field -> !stage.kinds().stream().allMatch(field::isAvailable))
        .map(Field::label)
        .toList();
  }

  /** IG105: no variable that none of the kinds logs. */
  List<String> knownVariables() {
    Predicate<ContextVariable> logged =
        variable -> stage.kinds().stream().anyMatch(kind -> variable.in(kind).logs());
    List<String> good = names(logged);
    List<String> open = good.stream().filter(name -> name.endsWith(".")).toList();
    List<String> bad =
        names(logged.negate()).stream()
            .filter(name -> open.stream().anyMatch(name::startsWith))
            .toList();
    String known =
        (bad.isEmpty() ? "" : "(?!" + NamePattern.alternatives(bad) + ")")
            + "(?:"
            + NamePattern.alternatives(good)
            + ")";
    return List.of(
        differs(
            NamePattern.PREFIX + "(?!" + known + ")[A-Za-z0-9_.]*[A-Za-z0-9_]",
            "access log format uses a variable that the API does not have"));
  }

  private static List<String> names(Predicate<ContextVariable> wanted) {
    return ContextVariables.all().stream().filter(wanted).map(ContextVariable::name).toList();
  }

  /** IG107. */
  List<String> accepted() {
    return List.of(
        differs("[\\r\\n][^\\r\\n]", "access log format has more than one line"),
        differs(
            "\\$(?:input|stageVariables)\\.", "access log format uses $input or $stageVariables"),
        matches(
            NamePattern.anyOf(List.of("requestId", "extendedRequestId")) + "|" + BRACED,
            "access log format has no request id"));
  }

  /** IG108: no variable that tells a secret or a person, unless the policy permits it. */
  List<String> withoutSecrets() {
    List<String> whole = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (ContextVariable variable : ContextVariables.all()) {
      if (variable.open()) {
        open.add(variable.name());
      } else if (isSensitive(variable) && !SensitiveNames.isPermitted(variable.name(), policy)) {
        whole.add(NamePattern.name(variable.name()));
      }
    }
    List<String> found = new ArrayList<>();
    if (!whole.isEmpty()) {
      found.add("(?:" + String.join("|", whole) + ")");
    }
    String known =
        names(variable -> !variable.open()).stream()
            .filter(name -> open.stream().anyMatch(name::startsWith))
            .map(NamePattern::name)
            .collect(Collectors.joining("|"));
    String entries = SensitiveEntries.pattern(open, policy);
    found.add(known.isEmpty() ? entries : "(?!" + known + ")" + entries);
    return List.of(
        differs(
            NamePattern.PREFIX + "(?:" + String.join("|", found) + ")",
            "access log contains secrets or personal data"));
  }

  private static boolean isSensitive(ContextVariable variable) {
    return variable.sensitivity() != Sensitivity.NONE;
  }

  private String matches(String pattern, String message) {
    return GuardRule.clause(stage.format() + " == /" + pattern + "/", message);
  }

  private String differs(String pattern, String message) {
    return GuardRule.clause(stage.format() + " != /" + pattern + "/", message);
  }
}
