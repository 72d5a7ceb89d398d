package dev.iacguard.rules.custom;

import dev.cel.common.types.CelType;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the subjects that tests describe against their types. */
final class TestedSubject {
  private final List<Problem> problems;

  private TestedSubject(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * @param problems takes what does not fit
   */
  static void check(Target.Kind kind, RuleTest test, List<Problem> problems) {
    TestedSubject tested = new TestedSubject(problems);
    tested.check(Shapes.of(kind), test.subject());
    for (Phrase path : test.unknown()) {
      tested.path(Shapes.of(kind), List.of(path.text().split("\\.", -1)), path.at());
    }
  }

  private void check(Shape shape, Value subject) {
    if (!(subject instanceof Value.Mapping fields)) {
      problem(subject.origin().at(), "the fields of a " + shape.name() + " are expected");
      return;
    }
    fields
        .entries()
        .forEach(
            (name, value) -> {
              CelType type = field(shape, name, value.origin().at());
              Shape inner = type == null ? null : Shapes.named(type.name()).orElse(null);
              if (inner != null) {
                check(inner, value);
              } else if (type != null) {
                fits(type, name, value);
              }
            });
  }

  private void path(Shape shape, List<String> path, Span at) {
    CelType type = field(shape, path.get(0), at);
    Shape inner = type == null ? null : Shapes.named(type.name()).orElse(null);
    if (inner != null && path.size() > 1) {
      path(inner, path.subList(1, path.size()), at);
    }
  }

  private @Nullable CelType field(Shape shape, String name, Span at) {
    Shape.Field field = shape.fields().get(name);
    if (field == null) {
      String hint = Nearest.hint(name, shape.fields().keySet());
      problem(at, "a " + shape.name() + " has no field '" + name + "'" + hint);
    }
    return field == null ? null : field.type();
  }

  private void fits(CelType type, String name, Value value) {
    boolean fits =
        switch (type.kind()) {
          case STRING -> value instanceof Value.Text;
          case INT -> value instanceof Value.Numeric;
          case LIST -> value instanceof Value.Sequence;
          case MAP -> value instanceof Value.Mapping;
          default -> true;
        };
    if (!fits) {
      problem(value.origin().at(), "'" + name + "' is no " + type.name());
    }
  }

  private void problem(Span at, String message) {
    problems.add(Problem.unreadable(at, message));
  }
}
