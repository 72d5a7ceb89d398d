package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.Dependencies.Edge;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources that depend on one another in a circle, which CloudFormation cannot create. A
 * circle is reported when it is there however the open conditions are answered, or whenever one of
 * them has a certain answer. What SAM and modules make is left out: it is not known which of these
 * resources refers to what.
 */
final class Cycles {
  /** Searches for a circle in one template, and conditions that are looked at for it. */
  private static final int MOST = 100;

  /** Resources of a circle that are named beside the first. */
  private static final int NAMED = 10;

  private final Scope scope;
  private final Consumer<Problem> problems;
  private final Set<String> reported = new LinkedHashSet<>();
  private int searches;

  private Cycles(Scope scope, Consumer<Problem> problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** Says nothing of a template that something else may complete. */
  static void report(Scope scope, Consumer<Problem> problems) {
    if (new KnownNames(scope.template(), List.of()).areSure()) {
      new Cycles(scope, problems).report();
    }
  }

  /** Conditions are only looked at where there would be a circle without them. */
  private void report() {
    Map<String, List<Edge>> suspects = new LinkedHashMap<>();
    for (Declaration declaration : scope.declarations()) {
      if (counts(declaration)) {
        suspects.put(
            declaration.logicalId(), edges(declaration, name -> new Condition.Flag(name.text())));
      }
    }
    trim(suspects);
    Set<Condition> conditions = new LinkedHashSet<>();
    for (Map.Entry<String, List<Edge>> suspect : suspects.entrySet()) {
      suspect.setValue(possible(suspect.getKey()));
      suspect.getValue().forEach(edge -> conditions.addAll(edge.when()));
    }
    search(suspects, List.of());
    conditions.stream().limit(MOST).forEach(each -> search(suspects, List.of(each)));
  }

  private boolean counts(String logicalId) {
    Declaration declaration = scope.declaration(logicalId);
    return declaration != null && counts(declaration);
  }

  private static boolean counts(Declaration declaration) {
    return declaration.generated() == null
        && !declaration.type().startsWith(Template.SERVERLESS)
        && !declaration.type().endsWith(KnownNames.MODULE);
  }

  private List<Edge> edges(Declaration declaration, Function<Node.Scalar, Condition> conditions) {
    return Dependencies.of(declaration, this::counts, conditions);
  }

  /** The references of a resource; they are there when the resource is. */
  private List<Edge> possible(String logicalId) {
    Declaration declaration = scope.declaration(logicalId);
    Condition exists =
        declaration == null ? ConditionTruth.FALSE : Deployment.own(scope, declaration);
    if (declaration == null || ConditionTruth.isFalse(exists)) {
      return List.of();
    }
    List<Edge> edges = new ArrayList<>();
    for (Edge edge :
        edges(declaration, name -> scope.conditions().named(name.text(), name.span()))) {
      edges.add(ConditionTruth.isTrue(exists) ? edge : edge.under(exists));
    }
    return edges;
  }

  /** Reports the circles of the references that need no other conditions than these. */
  private void search(Map<String, List<Edge>> all, List<Condition> holding) {
    Map<String, List<Edge>> graph = new LinkedHashMap<>();
    all.forEach(
        (id, edges) -> {
          if (!reported.contains(id)) {
            graph.put(id, edges.stream().filter(edge -> holding.containsAll(edge.when())).toList());
          }
        });
    trim(graph);
    while (!graph.isEmpty() && searches++ < MOST) {
      String first = graph.keySet().iterator().next();
      List<Edge> circle = circle(graph, first);
      if (circle == null) {
        graph.remove(first);
      } else {
        report(first, circle, holding);
        circle.forEach(edge -> graph.remove(edge.to()));
      }
      trim(graph);
    }
  }

  /** Takes away what no circle goes through: what refers to nothing that is left. */
  private static void trim(Map<String, List<Edge>> graph) {
    Map<String, Integer> left = new HashMap<>();
    Map<String, List<String>> users = new HashMap<>();
    Deque<String> free = new ArrayDeque<>();
    graph.forEach(
        (id, edges) -> {
          int count = 0;
          for (Edge edge : edges) {
            if (graph.containsKey(edge.to())) {
              users.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(id);
              count++;
            }
          }
          left.put(id, count);
          if (count == 0) {
            free.add(id);
          }
        });
    while (!free.isEmpty()) {
      String id = free.pop();
      graph.remove(id);
      for (String user : users.getOrDefault(id, List.of())) {
        if (left.merge(user, -1, Integer::sum) == 0) {
          free.add(user);
        }
      }
    }
  }

  /** The shortest way from a resource back to itself; null when there is none. */
  private static @Nullable List<Edge> circle(Map<String, List<Edge>> graph, String from) {
    Map<String, Step> reached = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !reached.containsKey(from)) {
      String id = open.poll();
      for (Edge edge : graph.getOrDefault(id, List.of())) {
        boolean counts = graph.containsKey(edge.to());
        if (counts && reached.putIfAbsent(edge.to(), new Step(id, edge)) == null) {
          open.add(edge.to());
        }
      }
    }
    Deque<Edge> way = new ArrayDeque<>();
    Step step = reached.get(from);
    while (step != null) {
      way.addFirst(step.edge());
      step = step.from().equals(from) ? null : reached.get(step.from());
    }
    return way.isEmpty() ? null : List.copyOf(way);
  }

  private record Step(String from, Edge edge) {}

  private void report(String first, List<Edge> circle, List<Condition> when) {
    circle.forEach(edge -> reported.add(edge.to()));
    StringBuilder message = new StringBuilder("circular dependency between resources: " + first);
    for (Edge edge : circle.subList(0, Math.min(circle.size() - 1, NAMED))) {
      message.append(" → ").append(edge.to());
    }
    if (circle.size() - 1 > NAMED) {
      message.append(" → … (").append(circle.size() - 1 - NAMED).append(" more)");
    }
    message.append(" → ").append(first);
    when.forEach(condition -> message.append(", when ").append(condition.inWords(true)));
    problems.accept(Problem.unreadable(circle.get(0).at(), message.toString()));
  }
}
