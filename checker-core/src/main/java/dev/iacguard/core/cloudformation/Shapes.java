package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks that the sections of a template, and what they declare, have the right type. */
final class Shapes {
  private static final List<String> SECTIONS =
      List.of("Parameters", "Mappings", "Conditions", "Globals", "Resources", "Outputs");

  private final Template template;
  private final Consumer<Problem> problems;

  private Shapes(Template template, Consumer<Problem> problems) {
    this.template = template;
    this.problems = problems;
  }

  /** Reports what CloudFormation cannot take for what it should be. */
  static void check(Template template, Consumer<Problem> problems) {
    if (new KnownNames(template, List.of()).areSure()) {
      new Shapes(template, problems).check();
    }
  }

  private void check() {
    for (String section : SECTIONS) {
      Node.Entry entry = template.root().entry(section);
      if (entry != null) {
        mapping(section, entry.value(), entry.keySpan());
      }
    }
    for (Node.Entry parameter : template.section("Parameters").entries()) {
      declaration("the parameter ", parameter);
    }
    for (Node.Entry resource : template.section("Resources").entries()) {
      declaration("the resource ", resource);
      if (resource.value() instanceof Node.Mapping body) {
        mapping("Properties of " + resource.key(), body.get("Properties"), resource.keySpan());
      }
    }
  }

  /** What is null is as good as not written; a function may be worth anything. */
  private void mapping(String what, @Nullable Node node, Span at) {
    boolean list = node instanceof Node.Sequence;
    if (list || (node instanceof Node.Scalar scalar && scalar.kind() != Node.Scalar.Kind.NULL)) {
      report(at, what + " must be a mapping, not a " + (list ? "list" : "single value"));
    }
  }

  private void declaration(String what, Node.Entry entry) {
    if (KnownNames.isMadeElsewhere(entry.key()) || entry.value() instanceof Node.Unresolved) {
      return;
    }
    if (!(entry.value() instanceof Node.Mapping body)) {
      report(entry.keySpan(), what + entry.key() + " must be a mapping with a Type");
    } else if (body.text("Type") == null
        && !(body.get("Type") instanceof Node.Mapping)
        && Call.of(body) == null) {
      report(entry.keySpan(), what + entry.key() + " has no Type");
    }
  }

  private void report(Span at, String message) {
    problems.accept(Problem.unreadable(at, message));
  }
}
