package dev.iacguard.core.cloudformation.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the assertions in the {@code Rules} of a template for one parameter: CloudFormation
 * refuses to deploy a value that fails one. What an assertion asks of other parameters is not
 * known.
 */
public final class RuleAssertions {
  /** Functions and texts that are looked at; what comes after them is not known. */
  private static final int MOST = 100_000;

  /** Values of one parameter that are tried. */
  private static final int MOST_VALUES = 100;

  private final Node.Mapping rules;
  private final String parameter;

  private final Map<Optional<String>, Boolean> known = new HashMap<>();
  private int steps;
  private @Nullable Set<String> mentioned;

  public RuleAssertions(Template template, String parameter) {
    this.rules = template.section("Rules");
    this.parameter = parameter;
  }

  /**
   * The values of the parameter that may be deployed.
   *
   * @param allowed its AllowedValues in their order; empty when it has none
   * @return those of them; without AllowedValues, all values that the rules leave, or none when
   *     they leave any number
   */
  public List<String> left(List<String> allowed) {
    if (rules.entries().isEmpty()) {
      return allowed;
    }
    if (!allowed.isEmpty()) {
      return allowed.stream().filter(this::accepts).toList();
    }
    Set<String> texts = accepts(Optional.empty()) ? Set.of() : mentioned();
    return texts.size() > MOST_VALUES ? List.of() : texts.stream().filter(this::accepts).toList();
  }

  /** Whether a value may be deployed, as far as this parameter decides. */
  public boolean accepts(String value) {
    return accepts(Optional.of(value));
  }

  /**
   * @param value empty for one that is not written in the rules
   */
  private boolean accepts(Optional<String> value) {
    return known.computeIfAbsent(value, each -> check(each.orElse(null)));
  }

  /**
   * @param value null for one that is not written in the rules
   */
  private boolean check(@Nullable String value) {
    for (Node.Entry entry : rules.entries()) {
      if (entry.value() instanceof Node.Mapping rule && applies(rule, value)) {
        for (Node assertion : assertions(rule)) {
          if (Boolean.FALSE.equals(holds(assertion, value))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean applies(Node.Mapping rule, @Nullable String value) {
    Node condition = rule.get("RuleCondition");
    return condition == null || Boolean.TRUE.equals(holds(condition, value));
  }

  private static List<Node> assertions(Node.Mapping rule) {
    List<Node> found = new ArrayList<>();
    if (rule.get("Assertions") instanceof Node.Sequence all) {
      for (Node each : all.items()) {
        Node condition = each instanceof Node.Mapping assertion ? assertion.get("Assert") : null;
        if (condition != null) {
          found.add(condition);
        }
      }
    }
    return found;
  }

  /** Null when the parameter alone does not decide it. */
  private @Nullable Boolean holds(Node node, @Nullable String value) {
    Call call = steps++ < MOST ? Call.of(node) : null;
    List<Node> arguments = call == null ? List.of() : call.list();
    return switch (call == null ? "" : call.name()) {
      case "Fn::Not" -> arguments.size() == 1 ? not(holds(arguments.get(0), value)) : null;
      case "Fn::And" -> all(arguments, value, false);
      case "Fn::Or" -> all(arguments, value, true);
      case "Fn::Equals" ->
          arguments.size() == 2 ? same(arguments.get(0), arguments.get(1), value) : null;
      case "Fn::Contains" -> arguments.size() == 2 ? contains(arguments, value) : null;
      default -> null;
    };
  }

  private static @Nullable Boolean not(@Nullable Boolean inner) {
    return inner == null ? null : Boolean.valueOf(!inner);
  }

  /**
   * @param any what one part makes of the whole: true of an or, false of an and
   */
  private @Nullable Boolean all(List<Node> parts, @Nullable String value, boolean any) {
    boolean open = false;
    for (Node part : parts) {
      Boolean holds = holds(part, value);
      if (holds != null && holds == any) {
        return holds;
      }
      open |= holds == null;
    }
    return open ? null : Boolean.valueOf(!any);
  }

  private @Nullable Boolean contains(List<Node> arguments, @Nullable String value) {
    if (!(arguments.get(0) instanceof Node.Sequence list)) {
      return null;
    }
    boolean open = false;
    for (Node each : list.items()) {
      if (steps++ >= MOST) {
        return null;
      }
      Boolean same = same(each, arguments.get(1), value);
      if (Boolean.TRUE.equals(same)) {
        return same;
      }
      open |= same == null;
    }
    return open ? null : Boolean.FALSE;
  }

  private @Nullable Boolean same(Node left, Node right, @Nullable String value) {
    if (isParameter(left) == isParameter(right)) {
      return null;
    }
    Node other = isParameter(left) ? right : left;
    return other instanceof Node.Scalar text ? Boolean.valueOf(text.text().equals(value)) : null;
  }

  private boolean isParameter(Node node) {
    Call call = Call.of(node, "Ref");
    return call != null && parameter.equals(call.text());
  }

  /** What the rules write, or more than are tried. */
  private Set<String> mentioned() {
    Set<String> texts = mentioned;
    if (texts == null) {
      texts = new LinkedHashSet<>();
      collect(rules, texts);
      mentioned = texts;
    }
    return texts;
  }

  private static void collect(Node node, Set<String> texts) {
    if (texts.size() > MOST_VALUES) {
      return;
    }
    switch (node) {
      case Node.Scalar scalar -> texts.add(scalar.text());
      case Node.Sequence list -> list.items().forEach(each -> collect(each, texts));
      case Node.Mapping map -> map.entries().forEach(entry -> collect(entry.value(), texts));
      default -> {}
    }
  }
}
