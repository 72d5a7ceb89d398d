package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.BuildOutputs;
import dev.iacguard.core.cloudformation.file.TemplateCopies;
import dev.iacguard.core.cloudformation.file.TemplateFinder.Found;
import dev.iacguard.core.cloudformation.file.TemplateParts;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Indexes all templates of a selection and how they nest and export to one another. */
final class Project {
  private final SourceTree tree;
  private final Map<String, Found> templates;
  private final DeploymentInputs inputs;
  private final Exporters exporters;
  private final NestedStacks nestedStacks;
  private final Map<String, String> leftOut = new TreeMap<>();

  /** What several files are together, by the path of the first. */
  private final Map<String, Template> joined = new HashMap<>();

  /** Templates that are left out, with the template beside them that says the same. */
  private final Map<String, String> twins = new TreeMap<>();

  private final List<Problem> problems = new ArrayList<>();

  /** For the addresses of nested templates in the whole selection. */
  private final EvaluationBudget nesting;

  /**
   * @param named the paths of the templates that were asked for by name
   * @param workFactor how many times the usual work is allowed
   */
  Project(
      SourceTree tree,
      Map<String, Found> templates,
      Set<String> named,
      DeploymentInputs inputs,
      int workFactor) {
    this.nesting = new EvaluationBudget(new WorkBudget(workFactor));
    this.tree = tree;
    this.templates = templates;
    this.inputs = inputs;
    TemplateCopies copies = new TemplateCopies(tree, templates.keySet());
    BuildOutputs outputs = new BuildOutputs(tree, templates.keySet(), named);
    for (Found found : templates.values()) {
      String reason = outputs.leftOut(found.path());
      if (reason == null && !named.contains(found.path())) {
        reason = copied(copies, found);
      }
      if (reason != null) {
        leftOut.put(found.path(), reason);
      }
    }
    joinParts(copies);
    Set<String> judged = new LinkedHashSet<>(templates.keySet());
    judged.removeAll(leftOut.keySet());
    Set<String> nestable = new LinkedHashSet<>(judged);
    nestable.addAll(twins.keySet());
    this.nestedStacks = new NestedStacks(tree, nestable);
    this.exporters =
        new Exporters(
            tree,
            templates.values().stream()
                .filter(found -> found.exports() && !leftOut.containsKey(found.path()))
                .map(Found::path)
                .toList(),
            List.copyOf(judged),
            copies,
            new WorkBudget(workFactor));
  }

  /** Why a copy of another template is not judged; null when it is none. */
  private @Nullable String copied(TemplateCopies copies, Found found) {
    String original = copies.original(found.path());
    if (original != null) {
      return "it is packaged from " + tree.shown(original);
    }
    String same = copies.sameBeside(found.path());
    if (same != null) {
      twins.put(found.path(), same);
      return saysTheSame(same);
    }
    boolean mayBePart = !found.whole() && templates.values().stream().anyMatch(Found::whole);
    String whole = mayBePart ? copies.whole(found.path()) : null;
    return whole == null ? null : isPartOf(whole);
  }

  /** Parts of one template are judged once, in the whole or else together. */
  private void joinParts(TemplateCopies copies) {
    List<String> open =
        templates.values().stream()
            .filter(found -> found.open() && !leftOut.containsKey(found.path()))
            .map(Found::path)
            .toList();
    for (TemplateParts.Joined parts : new TemplateParts(tree).all(open)) {
      List<String> members = parts.members().stream().filter(templates::containsKey).toList();
      String whole = copies.whole(parts);
      String first = members.get(0);
      members.forEach(
          member ->
              leftOut.put(
                  member,
                  whole == null ? "it is joined with " + tree.shown(first) : isPartOf(whole)));
      if (whole == null) {
        leftOut.remove(first);
        joined.put(first, parts.at(tree, first));
      }
    }
  }

  private String isPartOf(String whole) {
    return "it is a part of " + tree.shown(whole);
  }

  private Template read(String path) {
    Template whole = joined.get(path);
    return whole == null ? TemplateReader.read(tree, path) : whole;
  }

  private String saysTheSame(String path) {
    return "it says the same as " + tree.shown(path);
  }

  /** Of two templates that say the same, the one that is nested is judged, with its parent. */
  private void preferNested(Set<String> children) {
    twins.forEach(
        (twin, same) -> {
          if (children.contains(twin) && !children.contains(same)) {
            leftOut.remove(twin);
            leftOut.put(same, saysTheSame(twin));
          }
        });
  }

  /** What was met when {@link #roots} were looked for. */
  List<Problem> problems() {
    return List.copyOf(problems);
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
    preferNested(children);
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
        Template template = read(found.path());
        nested.put(found.path(), nestedStacks.paths(template, nesting));
        if (nesting.exceeded() != null && problems.isEmpty()) {
          String followed = "not every nested stack is followed from here on: ";
          problems.add(Problem.limit(template.root().span(), followed + nesting.exceeded()));
        }
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
      Template template = read(found.path());
      Deployment deployment = new Deployment(name(), template.language());
      if (found.reported() || !template.root().entries().isEmpty()) {
        template.problems().forEach(deployment::report);
      }
      Assembly assembly = assembly(Parameters.Open.NONE, deployment, work);
      assembly.root(template);
      deployment.findsElsewhereBy((type, name) -> assembly.elsewhere(template.path(), type, name));
      deployment.opensBy(names -> opened(template, names, work));
      return deployment;
    }

    private Deployment opened(Template template, Set<String> names, WorkBudget work) {
      Deployment deployment = new Deployment(name(), template.language());
      assembly(new Parameters.Open(names), deployment, work).root(template);
      return deployment;
    }

    private Assembly assembly(Parameters.Open open, Deployment deployment, WorkBudget work) {
      return new Assembly(
          tree, nestedStacks, exporters, inputs, open, deployment, new EvaluationBudget(work));
    }
  }
}
