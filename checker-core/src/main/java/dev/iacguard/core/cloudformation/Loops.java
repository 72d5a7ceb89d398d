package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Expands {@code Fn::ForEach} of the language extensions: a loop among the entries of a mapping is
 * replaced by the entries that it generates.
 */
final class Loops {

  private final Template template;
  private final Function<Node, Value> evaluate;
  private final EvaluationBudget evaluationBudget;
  private final Consumer<Problem> problems;
  private int copied;
  private boolean limited;

  private Loops(
      Template template,
      Function<Node, Value> evaluate,
      EvaluationBudget evaluationBudget,
      Consumer<Problem> problems) {
    this.template = template;
    this.evaluationBudget = evaluationBudget;
    this.evaluate = evaluate;
    this.problems = problems;
  }

  /**
   * @param evaluate for the collections, which may come from parameters and mappings
   * @param evaluationBudget is charged with the copies
   */
  static Template expand(
      Template template,
      Function<Node, Value> evaluate,
      EvaluationBudget evaluationBudget,
      Consumer<Problem> problems) {
    if (!template.file().text().contains(Template.LOOP)) {
      return template;
    }
    Node expanded =
        new Loops(template, evaluate, evaluationBudget, problems).copy(template.root(), Map.of());
    return expanded instanceof Node.Mapping root ? template.withRoot(root) : template;
  }

  /** The node with loops unrolled and loop variables put in. */
  private Node copy(Node node, Map<String, String> variables) {
    copied++;
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar, variables);
      case Node.Sequence sequence -> {
        List<Node> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(copy(item, variables)));
        yield new Node.Sequence(List.copyOf(items), sequence.span());
      }
      case Node.Mapping mapping -> mapping(mapping, variables);
      case Node.Unresolved unresolved -> unresolved;
    };
  }

  private Node.Scalar scalar(Node.Scalar scalar, Map<String, String> variables) {
    if (variables.isEmpty() || scalar.kind() != Node.Scalar.Kind.TEXT) {
      return scalar;
    }
    String text = replaced(scalar.text(), variables);
    evaluationBudget.make(text.length());
    return Node.Scalar.text(text, scalar.span());
  }

  private Node mapping(Node.Mapping mapping, Map<String, String> variables) {
    Call reference = Call.of(mapping, "Ref");
    String value = reference == null ? null : variables.get(reference.text());
    if (value != null) {
      return Node.Scalar.text(value, mapping.span());
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().startsWith(Template.LOOP)) {
        unroll(entry, variables, entries);
      } else {
        String key = replaced(entry.key(), variables);
        evaluationBudget.make(key.length());
        entries.put(key, new Node.Entry(key, entry.keySpan(), copy(entry.value(), variables)));
      }
    }
    return new Node.Mapping(List.copyOf(entries.values()), mapping.span());
  }

  /** A loop has an identifier, a collection, and a mapping to repeat. */
  private void unroll(
      Node.Entry loop, Map<String, String> variables, Map<String, Node.Entry> entries) {
    List<Node> parts = loop.value() instanceof Node.Sequence all ? all.items() : List.of();
    if (parts.size() != 3
        || !(parts.get(0) instanceof Node.Scalar identifier)
        || !(parts.get(2) instanceof Node.Mapping body)) {
      problems.accept(
          Problem.unreadable(
              loop.keySpan(), "a loop has an identifier, a collection and a mapping to repeat"));
      entries.put(loop.key(), loop);
      return;
    }
    Node collection = copy(parts.get(1), variables);
    List<LoopItems.Item> items =
        LoopItems.of(collection, evaluate.apply(collection), template.section("Parameters"));
    if (items == null) {
      problems.accept(
          Problem.notAvailable(
              parts.get(1).span(),
              "the collection of this loop is not known; its stages are not analysed"));
      entries.put(loop.key(), loop);
      return;
    }
    for (LoopItems.Item item : items) {
      String exceeded = evaluationBudget.exceeded();
      if (copied > Limits.LOOP_COPIES || exceeded != null) {
        limit(loop.keySpan(), exceeded);
        return;
      }
      Map<String, String> inner = new HashMap<>(variables);
      inner.put(identifier.text(), item.value());
      if (mapping(body, inner) instanceof Node.Mapping made) {
        Node when = item.when();
        for (Node.Entry entry : made.entries()) {
          entries.put(entry.key(), when == null ? entry : LoopItems.under(entry, when));
        }
      }
    }
  }

  private void limit(Span at, @Nullable String exceeded) {
    if (!limited) {
      String loops = "loops make more than " + Limits.LOOP_COPIES + " elements";
      problems.accept(Problem.limit(at, exceeded == null ? loops : exceeded));
      limited = true;
    }
  }

  /** {@code ${X}} is the value; {@code &{X}} is what of it fits into a logical id. */
  private static String replaced(String text, Map<String, String> variables) {
    String result = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      String name = "{" + variable.getKey() + "}";
      if (result.contains(name)) {
        result = result.replace("$" + name, variable.getValue());
        result = result.replace("&" + name, alphanumeric(variable.getValue()));
      }
    }
    return result;
  }

  private static String alphanumeric(String value) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLetterOrDigit(value.charAt(i))) {
        kept.append(value.charAt(i));
      }
    }
    return kept.toString();
  }
}
