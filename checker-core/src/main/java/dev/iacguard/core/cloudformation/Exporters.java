package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.TemplateCopies;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.cloudformation.template.WrittenValues;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Indexes which template of a selection exports which name. Templates are read on the first
 * question; stacks may ask at the same time.
 */
final class Exporters {
  private static final String UNREAD = "not every name of a log group or export was read: ";

  private final SourceTree tree;
  private final List<String> paths;
  private final List<String> all;
  private final TemplateCopies copies;
  private final EvaluationBudget evaluationBudget;
  private @Nullable Problem unread;
  private @Nullable Groups groups;
  private @Nullable Map<String, Export> byName;

  /**
   * @param paths of the templates that may export something
   * @param all paths of all templates
   * @param work is charged with evaluating the names
   */
  Exporters(
      SourceTree tree,
      List<String> paths,
      List<String> all,
      TemplateCopies copies,
      WorkBudget work) {
    this.tree = tree;
    this.evaluationBudget = new EvaluationBudget(work);
    this.all = List.copyOf(all);
    this.copies = copies;
    this.paths = List.copyOf(paths);
  }

  /** The type of what is found by its name. */
  static final String NAMED = "AWS::Logs::LogGroup";

  private static final String NAME = "LogGroupName";

  /**
   * The log group of that name in another template, as its logical id; null when there is none, or
   * more than one in all templates.
   *
   * @param own the template that asks
   * @param report takes the limit that kept some names from being read
   */
  synchronized @Nullable Export named(String own, String name, Consumer<Problem> report) {
    if (all.equals(List.of(own))) {
      return null;
    }
    Groups known = groups;
    if (known == null) {
      known = new Groups();
      groups = known;
    }
    report(report);
    return known.find(own, name);
  }

  private void report(Consumer<Problem> report) {
    if (unread != null) {
      report.accept(unread);
    }
  }

  /** True when no more names are to be read: evaluating those so far was too much. */
  private boolean isOver(Template last) {
    String exceeded = evaluationBudget.exceeded();
    if (exceeded != null && unread == null) {
      unread = Problem.limit(last.root().span(), UNREAD + exceeded);
    }
    return exceeded != null;
  }

  /**
   * The log groups by name. Where names are computed, the template is read and they are evaluated;
   * where the text shows all of them, it is read when one of them is asked for.
   */
  private final class Groups {
    private final Map<String, Export> found = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, Set<String>> unreadNames = new LinkedHashMap<>();

    Groups() {
      boolean over = false;
      for (String path : all) {
        if (tree.read(path) instanceof Content.Decoded decoded
            && decoded.file().text().contains(NAME)
            && decoded.file().text().contains(NAMED)) {
          Set<String> names = WrittenValues.of(decoded.file().text(), NAME);
          if (names != null) {
            unreadNames.put(path, names);
          } else if (!over) {
            over = isOver(evaluated(path));
          }
        }
      }
    }

    @Nullable Export find(String own, String name) {
      for (String path : all) {
        if (!path.equals(own)) {
          readIfNamed(path, name);
        }
      }
      if (found.containsKey(name)) {
        readIfNamed(own, name);
      }
      return ambiguous.contains(name) ? null : found.get(name);
    }

    private void readIfNamed(String path, String name) {
      Set<String> names = unreadNames.get(path);
      if (names != null && names.contains(name)) {
        unreadNames.remove(path);
        add(TemplateReader.read(tree, path), Exporters::literal);
      }
    }

    private Template evaluated(String path) {
      Template template = TemplateReader.read(tree, path);
      Scope scope = Scope.bare(template, Parameters.Given.NOTHING, evaluationBudget);
      add(template, written -> Choices.scalar(scope.evaluate(written)));
      return template;
    }

    private void add(Template template, Function<Node, @Nullable String> value) {
      for (Declaration declaration : Declaration.all(template.section("Resources")).values()) {
        Node written = declaration.properties().get(NAME);
        String name =
            written == null || !declaration.type().equals(NAMED) ? null : value.apply(written);
        Export group = new Export(template.path(), declaration.logicalId());
        if (name != null && found.put(name, group) != null) {
          ambiguous.add(name);
        }
      }
    }
  }

  private static @Nullable String literal(Node written) {
    return written instanceof Node.Scalar scalar ? Choices.scalar(Literals.value(scalar)) : null;
  }

  /** An output of a template. */
  record Export(String path, String output) {}

  /** True when another template has all that a template has, and more. */
  synchronized boolean isPart(String path) {
    return copies.whole(path) != null;
  }

  /**
   * The export of that name; null when there is none or more than one.
   *
   * @param report takes the limit that kept some names from being read
   */
  synchronized @Nullable Export find(String name, Consumer<Problem> report) {
    Map<String, Export> cached = byName;
    if (cached == null) {
      cached = index();
      byName = cached;
    }
    report(report);
    return cached.get(name);
  }

  private Map<String, Export> index() {
    Map<String, Export> found = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String path : paths) {
      Template template = TemplateReader.read(tree, path);
      Scope scope = Scope.bare(template, Parameters.Given.NOTHING, evaluationBudget);
      for (Node.Entry output : template.section("Outputs").entries()) {
        Node export =
            output.value() instanceof Node.Mapping body ? body.mapping("Export").get("Name") : null;
        String name = export == null ? null : Choices.scalar(scope.evaluate(export));
        if (name != null && found.put(name, new Export(path, output.key())) != null) {
          ambiguous.add(name);
        }
      }
      if (isOver(template)) {
        break;
      }
    }
    found.keySet().removeAll(ambiguous);
    return found;
  }
}
