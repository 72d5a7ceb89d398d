package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.RuleAssertions;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates the parameters of a template. */
final class Parameters {
  private static final String SSM = "AWS::SSM::Parameter::Value<";

  private final Scope scope;
  private final Given given;
  private final Map<String, Value> defaults = new HashMap<>();
  private final Map<String, Optional<Passed>> passed = new HashMap<>();
  private final Map<String, RuleAssertions> rules = new HashMap<>();

  Parameters(Scope scope, Given given) {
    this.scope = scope;
    this.given = given;
  }

  /** Values from outside the template. */
  interface Given {
    Given NOTHING = name -> null;

    /** Null when nothing is given for that parameter. */
    @Nullable Passed get(String name);
  }

  /**
   * @param label what it came through, as a trail says it
   * @param resolved whether it is what the key of an SSM parameter leads to
   */
  record Passed(Value value, String label, boolean resolved) {
    Passed(Value value, String label) {
      this(value, label, false);
    }
  }

  /**
   * The parameters of a stack that have no value where their default would count.
   *
   * @param names those of nested stacks with the path of the stack, {@code Inner.LogDays}
   */
  record Open(Set<String> names) {
    static final Open NONE = new Open(Set.of());

    /**
     * What is given, and an unknown for an open parameter that nothing is given to.
     *
     * @param prefix of the addresses of what the template declares
     */
    Given in(Template template, String prefix, Given given) {
      return name -> {
        Passed passed = given.get(name);
        String qualified = prefix + name;
        if (passed != null || !names.contains(qualified)) {
          return passed;
        }
        Span at = template.section("Parameters").mapping(name).span();
        return new Passed(Value.Unknown.named(Cause.INPUT, qualified, Origin.at(at)), qualified);
      };
    }
  }

  boolean has(String name) {
    return scope.template().section("Parameters").entry(name) != null;
  }

  /** The value of a declared parameter where it is used. */
  Value value(String name, Span use) {
    Node.Mapping declaration = scope.template().section("Parameters").mapping(name);
    Value value = value(name, declaration, use);
    return "true".equals(declaration.text("NoEcho"))
        ? Choices.map(value, each -> each.withOrigin(each.origin().asSensitive()))
        : value;
  }

  private Value value(String name, Node.Mapping declaration, Span use) {
    Passed outside = outside(name);
    String type = declaration.text("Type");
    boolean isResolved = outside != null && outside.resolved();
    if (type != null && type.startsWith(SSM) && !isResolved) {
      return unknown(name, Cause.DATA, use);
    }
    boolean list = type != null && (type.contains("List<") || type.contains("CommaDelimitedList"));
    if (outside != null) {
      Value value = Choices.through(outside.value(), use, outside.label());
      return list ? Choices.map(value, this::elements) : value;
    }
    Node chosen = declaration.get("Default");
    List<String> allowed = allowed(declaration, chosen);
    RuleAssertions rules = rules(name);
    List<String> left = rules.left(allowed);
    if (!left.isEmpty() && !list) {
      Origin origin = Origin.at(declaration.mapping("AllowedValues").span());
      return Choices.among(
          scope.qualified(name),
          left,
          declaration.text("Default"),
          origin.through(use, name + " (allowed values)"));
    }
    if (chosen instanceof Node.Scalar scalar && rules.accepts(scalar.text())) {
      Value whole = defaults.computeIfAbsent(name, each -> defaultValue(scalar));
      Origin origin = whole.origin().through(use, name + " (default)");
      Value used = whole.withOrigin(origin.marked(ValueMarks.ofDefault(scope.qualified(name))));
      return list ? elements(used) : used;
    }
    return unknown(name, Cause.INPUT, use);
  }

  private RuleAssertions rules(String name) {
    return rules.computeIfAbsent(name, each -> new RuleAssertions(scope.template(), each));
  }

  /** Asked once only: what a stack passes on may be costly to work out. */
  private @Nullable Passed outside(String name) {
    Optional<Passed> known = passed.get(name);
    if (known == null) {
      known = Optional.ofNullable(given.get(name));
      passed.put(name, known);
    }
    return known.orElse(null);
  }

  /** The allowed values, the default one first; empty when any value is allowed. */
  private static List<String> allowed(Node.Mapping declaration, @Nullable Node chosen) {
    if (!(declaration.get("AllowedValues") instanceof Node.Sequence values)
        || values.items().size() > Limits.ALTERNATIVES) {
      return List.of();
    }
    List<String> allowed = new ArrayList<>();
    for (Node item : values.items()) {
      if (!(item instanceof Node.Scalar scalar)) {
        return List.of();
      }
      if (!allowed.contains(scalar.text())) {
        allowed.add(scalar.text());
      }
    }
    if (chosen instanceof Node.Scalar first && allowed.remove(first.text())) {
      allowed.add(0, first.text());
    }
    return List.copyOf(allowed);
  }

  private static Value defaultValue(Node.Scalar scalar) {
    Value value = Literals.value(scalar);
    return value instanceof Value.Null ? Value.Text.of("", value.origin()) : value;
  }

  /** As {@link #split}; a list that is used often adds up. */
  private Value elements(Value value) {
    String text = Choices.scalar(value);
    if (text != null && !scope.evaluationBudget().read(text.length())) {
      scope.diagnostics().limit(value.origin().at(), scope.evaluationBudget().exceeded());
      return Value.Unknown.of(Cause.LIMIT, "a list", value.origin());
    }
    return split(value);
  }

  /** A list is passed as its elements with commas between them. */
  private static Value split(Value value) {
    String text = Choices.scalar(value);
    if (text == null) {
      return value;
    }
    List<Value> elements = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      elements.add(Value.Text.of(part.strip(), value.origin()));
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(elements), false, value.origin());
  }

  private Value unknown(String name, Cause cause, Span use) {
    String qualified = scope.qualified(name);
    Span declared = scope.template().section("Parameters").mapping(name).span();
    Origin origin = Origin.at(declared).through(use, name);
    return new Value.Unknown(
        cause, qualified, List.of(new Reference.Named(qualified)), true, origin);
  }
}
