package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names that the resources of a template refer to and that it does not declare. Where
 * these are many, the file is no template with so many mistakes but a part of one: tools put
 * templates together from several files. A name that is like a declared one is taken for a mistake
 * all the same.
 */
final class UndeclaredNames {
  private static final int MANY = 3;
  private static final int NAMED = 5;

  /** Names that are looked at. */
  private static final int MOST = 500;

  private final KnownNames names;
  private final Set<String> references;
  private final Set<String> conditions;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Span> found = new LinkedHashMap<>();

  private UndeclaredNames(KnownNames names) {
    this.names = names;
    this.references = Set.copyOf(names.references());
    this.conditions = Set.copyOf(names.of("Conditions"));
  }

  /** What is said of a file that is a part of a template only; null for a template. */
  static @Nullable Problem ofPart(KnownNames names) {
    Map<String, Span> found = new UndeclaredNames(names).all();
    if (found.size() < MANY) {
      return null;
    }
    List<String> first = found.keySet().stream().limit(NAMED).toList();
    int more = found.size() - first.size();
    return Problem.unreadable(
            found.values().iterator().next(),
            "file is only a part of a template: refers to "
                + found.size()
                + " undeclared names ("
                + String.join(", ", first)
                + (more == 0 ? "" : " and " + more + " more")
                + ")")
        .amongOthers("files are only parts of templates");
  }

  private Map<String, Span> all() {
    for (Declaration declaration : names.declarations()) {
      if (declaration.body().get("Condition") instanceof Node.Scalar name) {
        condition(name);
      }
      Dependencies.of(declaration, this::isMissing, this::condition)
          .forEach(edge -> found.putIfAbsent(edge.to(), edge.at()));
    }
    return found;
  }

  private boolean isMissing(String name) {
    return isNew(name, references) && names.canMiss(name) && isUnlike(name, references);
  }

  private Condition condition(Node.Scalar name) {
    if (isNew(name.text(), conditions)
        && names.hasAll("Conditions")
        && isUnlike(name.text(), conditions)) {
      found.putIfAbsent(name.text(), name.span());
    }
    return new Condition.Flag(name.text());
  }

  private boolean isNew(String name, Set<String> declared) {
    return !declared.contains(name) && seen.size() < MOST && seen.add(name);
  }

  private static boolean isUnlike(String name, Set<String> declared) {
    return Nearest.hint(name, declared).isEmpty();
  }
}
