package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Acceptance;
import dev.iacguard.rules.view.format.ContextVariables;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.format.WrittenFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks for variables that the kind of API does not have: HTTP APIs refuse most of them, REST and
 * WebSocket APIs log {@code -} for them.
 */
public final class LogFormatUnknownVariable extends LogFormatRule {
  LogFormatUnknownVariable() {
    super(
        "IG105",
        "log-format-unknown-variable",
        "Access log format uses an unknown variable",
        Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    if (format.isUnknown()) {
      return Words.cannotTell(
          "whether the API has the variables of the format", format.uncertainties().get(0));
    }
    ApiKind api = stage.api();
    List<String> nowhere = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    for (String variable : format.variables()) {
      String name = variable.substring(ContextVariable.PREFIX.length());
      long without = api.possible().stream().filter(kind -> !acceptance(name, kind).logs()).count();
      if (without == api.possible().size()) {
        nowhere.add(name);
      } else if (without > 0) {
        perhaps.add(name);
      }
    }
    if (!nowhere.isEmpty()) {
      return Outcome.fail(finding(nowhere, api, format));
    }
    return perhaps.isEmpty()
        ? Outcome.pass()
        : Words.cannotTell(
            "whether the API has " + variables(perhaps),
            new Uncertainty("the API's protocol is not known", "", format.at()));
  }

  private static Acceptance acceptance(String name, ApiKind api) {
    ContextVariable known = ContextVariables.find(name);
    return known == null ? Acceptance.ofUnknown(api) : known.in(api);
  }

  /** An error only where the deployment is known to fail. */
  private static Finding finding(List<String> names, ApiKind api, LogFormat format) {
    List<String> refused = having(Acceptance.REFUSED, names, api);
    Span at = new WrittenFormat(format.at()).variable(ContextVariable.PREFIX + names.get(0));
    Finding finding =
        Finding.of(variables(names) + not(names) + api.choices() + " APIs", at)
            .labelled(label(names, refused, api))
            .because(format.at())
            .helped(help(names, api))
            .fixedBy(fix(names, api, format));
    return refused.isEmpty() ? finding.weighing(Severity.WARNING) : finding;
  }

  private static String not(List<String> names) {
    return names.size() == 1 ? " is not a variable of " : " are not variables of ";
  }

  /** Those that every kind the API may be of treats in the same way. */
  private static List<String> having(Acceptance wanted, List<String> names, ApiKind api) {
    return names.stream()
        .filter(name -> api.possible().stream().allMatch(kind -> acceptance(name, kind) == wanted))
        .toList();
  }

  private static String label(List<String> names, List<String> refused, ApiKind api) {
    if (refused.size() == names.size()) {
      return "is rejected";
    }
    if (!refused.isEmpty()) {
      return variables(refused) + (refused.size() == 1 ? " is" : " are") + " rejected";
    }
    return having(Acceptance.EMPTY, names, api).size() == names.size()
        ? "is logged as -"
        : "may be rejected, or logged as -";
  }

  private static String variables(List<String> names) {
    return Words.list(names.stream().map(name -> ContextVariable.PREFIX + name).toList());
  }

  /** Null unless every variable has one that was meant. */
  private static @Nullable Fix fix(List<String> names, ApiKind api, LogFormat format) {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    for (String name : names) {
      String better = better(name, api.possible().get(0));
      if (better.isEmpty()) {
        return new Fix.Withheld("no similar variable is known for $context." + name);
      }
      words.put(ContextVariable.PREFIX + name, better);
    }
    return Fix.change(new Intention.ReplaceWords(format.at().written(), words));
  }

  private static String help(List<String> names, ApiKind api) {
    List<String> advice = new ArrayList<>();
    List<String> useless = new ArrayList<>();
    for (String name : names) {
      String better = better(name, api.possible().get(0));
      if (better.isEmpty()) {
        useless.add(name);
      } else {
        advice.add("write " + better + " for " + ContextVariable.PREFIX + name);
      }
    }
    if (!useless.isEmpty()) {
      advice.add("leave out " + variables(useless));
    }
    return Words.list(advice);
  }

  /**
   * The variable that was meant: by its meaning, or by its spelling when no API has one of its
   * name; empty for none.
   */
  private static String better(String name, ApiKind api) {
    for (Field field : Fields.ALL) {
      if (field.isAvailable(api) && recommends(field, name)) {
        return field.variable(api);
      }
    }
    List<String> names = ContextVariables.names(api);
    String meant =
        ContextVariables.find(name) == null ? Nearest.of(name, names) : sameWords(name, names);
    return meant == null || meant.endsWith(".") ? "" : ContextVariable.PREFIX + meant;
  }

  /** {@code integrationLatency} for {@code integration.latency}. */
  private static @Nullable String sameWords(String name, List<String> names) {
    String words = name.replace(".", "");
    return names.stream().filter(words::equalsIgnoreCase).findFirst().orElse(null);
  }

  private static boolean recommends(Field field, String name) {
    boolean named = ContextVariables.find(name) == null && field.key().equals(name);
    return named
        || ApiKind.REAL.stream()
            .anyMatch(api -> field.isAvailable(api) && field.variables(api).get(0).equals(name));
  }
}
