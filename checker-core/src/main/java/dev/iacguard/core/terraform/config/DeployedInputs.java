package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code inputs} of a Terragrunt unit or of a component. What is literal in them is read;
 * what the rest comes to is unknown.
 *
 * @param values by variable
 * @param openIn the file whose inputs may be any; empty when there are no more than these
 */
record DeployedInputs(Map<String, VariableFile.Entry> values, String openIn) {
  /** Inputs that may be any. */
  static final DeployedInputs ANY = new DeployedInputs(Map.of(), "an included file");

  /**
   * @param shown the file's path as reports show it
   */
  static DeployedInputs of(TerragruntFile file, String shown) {
    return of(file.hcl().body(), file, shown);
  }

  /**
   * @param body of the file, or a block in it
   */
  static DeployedInputs of(Body body, TerragruntFile file, String shown) {
    BodyItem.Attribute inputs = body.attribute("inputs");
    return inputs == null ? new DeployedInputs(Map.of(), "") : of(inputs.value(), file, shown);
  }

  /** Inputs as an object or as a {@code merge}, whose later arguments win; any other may be any. */
  private static DeployedInputs of(Expression inputs, TerragruntFile file, String shown) {
    TerragruntFile.Written written = file.follow(inputs);
    Expression found = written == null ? null : written.expression();
    TerragruntFile where = written == null ? file : written.file();
    if (found instanceof Expression.Obj object) {
      return of(object, where, shown);
    }
    List<Expression> parts =
        found instanceof Expression.Call call && call.name().equals("merge") && !call.expandLast()
            ? call.arguments()
            : List.of();
    DeployedInputs merged = new DeployedInputs(Map.of(), parts.isEmpty() ? shown : "");
    for (Expression part : parts.reversed()) {
      merged = merged.over(of(part, where, shown));
    }
    return merged;
  }

  private static DeployedInputs of(Expression.Obj object, TerragruntFile file, String shown) {
    Map<String, VariableFile.Entry> values = new HashMap<>();
    boolean open = false;
    for (ObjectEntry entry : object.entries()) {
      String name = PartlyLiteral.name(entry.key());
      if (name == null) {
        open = true;
      } else if (isLiteral(entry.value())) {
        values.put(name, new VariableFile.Expressed(file.hcl().file(), entry.value()));
      } else {
        Value value = new PartlyLiteral(file, what(name, shown)).read(entry.value());
        values.put(name, new VariableFile.Literal(Paths.name(shown), value));
      }
    }
    return new DeployedInputs(values, open ? shown : "");
  }

  private static VariableFile.Entry unread(String name, String shown, Span at) {
    return new VariableFile.Literal(
        Paths.name(shown), Value.Unknown.of(Cause.NOT_EVALUATED, what(name, shown), Origin.at(at)));
  }

  private static String what(String name, String shown) {
    return "inputs." + name + " of " + shown;
  }

  private static boolean isLiteral(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral number -> true;
      case Expression.BoolLiteral bool -> true;
      case Expression.NullLiteral none -> true;
      case Expression.Template text -> text.literal() != null;
      case Expression.Unary unary -> isLiteral(unary.operand());
      case Expression.Parentheses inner -> isLiteral(inner.inner());
      case Expression.Tuple list -> list.elements().stream().allMatch(DeployedInputs::isLiteral);
      case Expression.Obj object ->
          object.entries().stream()
              .allMatch(
                  entry -> PartlyLiteral.name(entry.key()) != null && isLiteral(entry.value()));
      default -> false;
    };
  }

  /** These inputs, and where they certainly give none, those of what is included. */
  DeployedInputs over(DeployedInputs included) {
    if (!openIn.isEmpty()) {
      return this;
    }
    Map<String, VariableFile.Entry> all = new HashMap<>(included.values);
    all.putAll(values);
    return new DeployedInputs(all, included.openIn);
  }

  /** As {@link #over}, with lists and maps that both give joined; what they come to is not read. */
  DeployedInputs deepOver(DeployedInputs included) {
    Map<String, VariableFile.Entry> all = new HashMap<>(over(included).values);
    values.forEach(
        (name, entry) -> {
          VariableFile.Entry below = included.values.get(name);
          if (below != null && !isScalar(entry) && !isScalar(below)) {
            all.put(name, unread(name, "the files that are merged", at(entry)));
          }
        });
    return new DeployedInputs(all, over(included).openIn);
  }

  private static boolean isScalar(VariableFile.Entry entry) {
    return switch (entry) {
      case VariableFile.Expressed expressed ->
          !(expressed.expression() instanceof Expression.Tuple
              || expressed.expression() instanceof Expression.Obj);
      case VariableFile.Literal literal ->
          literal.value() instanceof Value.Text
              || literal.value() instanceof Value.Numeric
              || literal.value() instanceof Value.Bool;
    };
  }

  private static Span at(VariableFile.Entry entry) {
    return switch (entry) {
      case VariableFile.Expressed expressed -> expressed.expression().span(expressed.file());
      case VariableFile.Literal literal -> literal.value().origin().at();
    };
  }

  /**
   * What the variables of a module are given; each may be given something when inputs are open.
   *
   * @param providerTags as {@link VariableFile#providerTags}
   */
  VariableFile of(ModuleConfig config, @Nullable Value providerTags) {
    Map<String, VariableFile.Entry> all = new HashMap<>();
    for (ModuleConfig.Entry variable : config.resources("variable")) {
      String name = variable.declaration().label(0);
      VariableFile.Entry value = values.get(name);
      if (value != null) {
        all.put(name, value);
      } else if (!openIn.isEmpty()) {
        all.put(name, unread(name, openIn, variable.declaration().header()));
      }
    }
    return new VariableFile(all, List.of(), providerTags);
  }
}
