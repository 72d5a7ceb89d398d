package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.TemplateFinder.Found;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All templates of a selection, and what they have to do with one another. */
final class Project {
  private final SourceTree tree;
  private final Map<String, Found> templates;
  private final Parameters.Given given;
  private final Exporters exporters;
  private final Map<String, String> leftOut = new TreeMap<>();

  /**
   * @param named the paths of the templates that were asked for by name
   */
  Project(
      SourceTree tree, Map<String, Found> templates, Set<String> named, Parameters.Given given) {
    this.tree = tree;
    this.templates = templates;
    this.given = given;
    BuildOutputs outputs = new BuildOutputs(tree, templates.keySet(), named);
    for (String path : templates.keySet()) {
      String reason = outputs.leftOut(path);
      if (reason != null) {
        leftOut.put(path, reason);
      }
    }
    this.exporters =
        new Exporters(
            tree,
            templates.values().stream()
                .filter(found -> found.exports() && !leftOut.containsKey(found.path()))
                .map(Found::path)
                .toList());
  }

  /** What is not judged, and why; one sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    leftOut.forEach((path, reason) -> notes.add(tree.shown(path) + " is left out: " + reason));
    return List.copyOf(notes);
  }

  /** The templates that no other template of the selection nests; of a ring, the first one. */
  List<StackSource> roots() {
    Map<String, Set<String>> nested = nested();
    Set<String> children = new HashSet<>();
    nested.values().forEach(children::addAll);
    Set<String> reached = new HashSet<>();
    children.addAll(leftOut.keySet());
    reached.addAll(leftOut.keySet());
    Set<String> roots = new HashSet<>();
    for (String path : templates.keySet()) {
      if (!children.contains(path)) {
        roots.add(path);
        reach(path, nested, reached);
      }
    }
    for (String path : templates.keySet()) {
      if (!reached.contains(path)) {
        roots.add(path);
        reach(path, nested, reached);
      }
    }
    List<StackSource> sources = new ArrayList<>();
    for (Found found : templates.values()) {
      if (roots.contains(found.path())) {
        sources.add(new Root(found));
      }
    }
    return List.copyOf(sources);
  }

  private Map<String, Set<String>> nested() {
    Map<String, Set<String>> nested = new HashMap<>();
    for (Found found : templates.values()) {
      if (found.nests() && !leftOut.containsKey(found.path())) {
        Template template = TemplateReader.read(tree, found.path());
        nested.put(found.path(), NestedStacks.paths(tree, template));
      }
    }
    return nested;
  }

  private static void reach(String from, Map<String, Set<String>> nested, Set<String> reached) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String path = open.pop();
      if (reached.add(path)) {
        open.addAll(nested.getOrDefault(path, Set.of()));
      }
    }
  }

  private final class Root implements StackSource {
    private final Found found;

    Root(Found found) {
      this.found = found;
    }

    @Override
    public String name() {
      return tree.shown(found.path());
    }

    @Override
    public Stack load(WorkBudget work) {
      Template template = TemplateReader.read(tree, found.path());
      Deployment deployment = new Deployment(name(), template.language());
      if (found.reported() || !template.root().entries().isEmpty()) {
        template.problems().forEach(deployment::report);
      }
      new Assembly(tree, exporters, given, deployment, new EvaluationBudget(work)).root(template);
      return deployment;
    }
  }
}
