package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Collects what a resource depends on: the resources that its properties refer to, and those that
 * {@code DependsOn} names. What a macro is given is left out, since it may make anything of it, and
 * so is what {@code Fn::FindInMap} falls back to.
 */
final class Dependencies {
  private final Predicate<String> declared;
  private final Function<Node.Scalar, Condition> conditions;
  private final List<Edge> found = new ArrayList<>();
  private List<Condition> around = List.of();

  private Dependencies(Predicate<String> declared, Function<Node.Scalar, Condition> conditions) {
    this.declared = declared;
    this.conditions = conditions;
  }

  /**
   * One reference.
   *
   * @param when the conditions that all have to hold for it to be there
   */
  record Edge(String to, Span at, List<Condition> when) {

    /** The same under one more condition. */
    Edge under(Condition condition) {
      List<Condition> all = new ArrayList<>(when);
      if (!all.contains(condition)) {
        all.add(condition);
      }
      return new Edge(to, at, List.copyOf(all));
    }
  }

  /**
   * @param declared whether a logical id is that of a resource which counts
   * @param conditions the condition of that name
   */
  static List<Edge> of(
      Declaration declaration,
      Predicate<String> declared,
      Function<Node.Scalar, Condition> conditions) {
    Dependencies all = new Dependencies(declared, conditions);
    written(declaration).forEach(all::named);
    all.walk(declaration.properties());
    return all.found;
  }

  /** Names in {@code DependsOn} are refused whoever asks for them. */
  static void check(Scope scope, Declaration declaration) {
    for (Node.Scalar id : written(declaration)) {
      if (!scope.declares(id.text())) {
        scope.diagnostics().resource(id.text(), id.span());
      }
    }
  }

  /** The logical ids that {@code DependsOn} names. */
  static List<Node.Scalar> written(Declaration declaration) {
    Node dependsOn = declaration.body().get("DependsOn");
    if (dependsOn instanceof Node.Scalar one && one.kind() != Node.Scalar.Kind.NULL) {
      return List.of(one);
    }
    List<Node.Scalar> ids = new ArrayList<>();
    if (dependsOn instanceof Node.Sequence many) {
      for (Node item : many.items()) {
        if (item instanceof Node.Scalar id) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  private void named(Node id) {
    if (id instanceof Node.Scalar scalar) {
      add(scalar.text(), scalar.span());
    }
  }

  private void add(String name, Span at) {
    if (declared.test(name)) {
      found.add(new Edge(name, at, around));
    }
  }

  private void walk(Node node) {
    switch (node) {
      case Node.Sequence sequence -> sequence.items().forEach(this::walk);
      case Node.Mapping mapping -> walk(mapping);
      case Node.Scalar scalar -> {}
      case Node.Unresolved unresolved -> {}
    }
  }

  private void walk(Node.Mapping mapping) {
    Call call = Call.of(mapping);
    if (call == null) {
      mapping.entries().forEach(entry -> walk(entry.value()));
      return;
    }
    switch (call.name()) {
      case "Ref" -> named(call.argument());
      case "Fn::GetAtt" -> attribute(call);
      case "Fn::Sub" -> sub(call);
      case "Fn::If" -> either(call);
      case "Fn::Transform", "Fn::FindInMap" -> {}
      default -> walk(call.argument());
    }
  }

  private void attribute(Call call) {
    if (call.argument() instanceof Node.Scalar path) {
      add(resource(path.text()), path.span());
    } else if (!call.list().isEmpty()) {
      named(call.list().get(0));
    }
  }

  private static String resource(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /** Names in the text, but for those that the call itself gives a value to. */
  private void sub(Call call) {
    List<Node> arguments = call.list();
    if (arguments.isEmpty() || !(arguments.get(0) instanceof Node.Scalar template)) {
      return;
    }
    Node given = arguments.size() > 1 ? arguments.get(1) : Node.Mapping.empty(call.span());
    for (String name : TextFunctions.names(template.text())) {
      boolean own = given instanceof Node.Mapping names && names.entry(name) != null;
      if (!own) {
        add(resource(name), template.span());
      }
    }
    walk(given);
  }

  private void either(Call call) {
    List<Node> arguments = call.list();
    if (arguments.size() == 3 && arguments.get(0) instanceof Node.Scalar name) {
      Condition condition = conditions.apply(name);
      when(condition, arguments.get(1));
      when(ConditionTruth.not(condition), arguments.get(2));
    }
  }

  private void when(Condition condition, Node node) {
    if (ConditionTruth.isFalse(condition)) {
      return;
    }
    List<Condition> before = around;
    if (!ConditionTruth.isTrue(condition) && !before.contains(condition)) {
      around = new ArrayList<>(before);
      around.add(condition);
    }
    walk(node);
    around = before;
  }
}
