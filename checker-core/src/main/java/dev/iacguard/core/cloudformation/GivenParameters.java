package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.sam.SamConfig;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Parsed;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads parameter values that are given outside the templates. A file has one of the forms that
 * deployment tools take: a list of {@code ParameterKey} and {@code ParameterValue}, a list of
 * {@code KEY=VALUE}, a mapping (perhaps under {@code Parameters}), or a {@code samconfig.toml} with
 * {@code parameter_overrides}.
 */
final class GivenParameters {
  private final Map<String, Parameters.Passed> values = new HashMap<>();
  private final Consumer<Problem> problems;

  private GivenParameters(Consumer<Problem> problems) {
    this.problems = problems;
  }

  static Parameters.Given of(SourceTree tree, Inputs inputs, Consumer<Problem> problems) {
    GivenParameters given = new GivenParameters(problems);
    for (String path : inputs.parameterFiles()) {
      given.read(tree, path);
    }
    for (Inputs.VariableSource source : inputs.variables()) {
      if (source instanceof Inputs.VariableSource.Assignment assignment) {
        SourceFile option = new SourceFile("--var", assignment.name() + "=" + assignment.value());
        given.put(assignment.name(), assignment.value(), option.all());
      }
    }
    return given.values::get;
  }

  private void read(SourceTree tree, String path) {
    switch (tree.read(path)) {
      case Content.Failed failed ->
          problems.accept(Problem.unreadable(failed.file().all(), failed.reason()));
      case Content.Decoded decoded -> {
        String name = decoded.file().name();
        if (path.endsWith(".toml") || SamConfig.names().contains(name)) {
          SamConfig config = SamConfig.of(decoded.file());
          config.problems().forEach(problems);
          config
              .usual(SamConfig.OVERRIDES)
              .forEach(each -> put(each.key(), each.value(), each.at()));
        } else {
          document(decoded.file());
        }
      }
    }
  }

  private void document(SourceFile file) {
    Parsed parsed = TemplateReader.parse(file);
    parsed.problems().forEach(problems);
    for (Node document : parsed.documents()) {
      if (document instanceof Node.Mapping mapping) {
        mapping(mapping.get("Parameters") instanceof Node.Mapping inner ? inner : mapping);
      } else if (document instanceof Node.Sequence list) {
        list(list.items());
      }
    }
  }

  private void mapping(Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      if (entry.value() instanceof Node.Scalar value) {
        put(entry.key(), value.text(), value.span());
      }
    }
  }

  private void list(List<Node> items) {
    for (Node item : items) {
      if (item instanceof Node.Scalar scalar) {
        assignment(scalar.text(), scalar.span());
      } else if (item instanceof Node.Mapping mapping) {
        String key = mapping.text("ParameterKey");
        if (key != null && mapping.get("ParameterValue") instanceof Node.Scalar value) {
          put(key, value.text(), value.span());
        }
      }
    }
  }

  private void assignment(String text, Span at) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      put(text.substring(0, equals), text.substring(equals + 1), at);
    }
  }

  private void put(String name, String value, Span at) {
    Value given = Literals.text(value, Origin.at(at));
    values.put(name, new Parameters.Passed(given, name + " (given)"));
  }
}
