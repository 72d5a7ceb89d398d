package dev.iacguard.rules.custom;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expressions. What an expression may cost is bounded: its length and nesting, the size of
 * its patterns (which run in linear time) and of the texts and lists it makes; and, before it is
 * evaluated, its steps ({@link ExpressionCost}).
 */
final class Expressions {
  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_NESTING = 50;

  /** Of all loops of one evaluation; one that would go on for so long is not begun. */
  private static final int MOST_ROUNDS = 10_000_000;

  private static final int MOST_PATTERN = 1_000;
  private static final int MOST_LENGTH = 100_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableUnknownTracking(true)
          .comprehensionMaxIterations(MOST_ROUNDS)
          .maxExpressionCodePointSize(MOST_CHARACTERS)
          .maxParseRecursionDepth(MOST_NESTING)
          .maxRegexProgramSize(MOST_PATTERN)
          .build();

  private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '(\\w+)'");

  /** Joining is ours, since the library's has no bound. */
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .setStandardEnvironmentEnabled(false)
          .setStandardFunctions(
              CelStandardFunctions.newBuilder().excludeFunctions(StandardFunction.ADD).build())
          .addFunctionBindings(
              CelFunctionBinding.fromOverloads(
                  "_+_",
                  CelFunctionBinding.from("add_int64", Long.class, Long.class, Math::addExact),
                  CelFunctionBinding.from("add_double", Double.class, Double.class, Double::sum),
                  CelFunctionBinding.from(
                      "add_string", String.class, String.class, Expressions::join),
                  CelFunctionBinding.from("add_list", List.class, List.class, Expressions::join)))
          .build();

  private final Map<Target.Kind, CelCompiler> compilers = new EnumMap<>(Target.Kind.class);
  private final List<Problem> problems;

  /**
   * @param problems takes what is wrong with the texts
   */
  Expressions(List<Problem> problems) {
    this.problems = problems;
  }

  /** An expression that is true or false, or null when something is wrong with it. */
  @Nullable Expression condition(Target.Kind subject, Phrase phrase) {
    Expression expression = compile(subject, phrase);
    CelKind kind = expression == null ? CelKind.BOOL : expression.type().kind();
    if (kind == CelKind.BOOL || kind == CelKind.DYN) {
      return expression;
    }
    problem(phrase, 0, "the expression returns " + words(kind) + " where true or false is needed");
    return null;
  }

  /** An expression of any type, or null when something is wrong with it. */
  @Nullable Expression compile(Target.Kind subject, Phrase phrase) {
    CelValidationResult result =
        compilers.computeIfAbsent(subject, Expressions::compiler).compile(phrase.text());
    for (CelIssue issue : result.getErrors()) {
      problem(phrase, offset(phrase, issue.getSourceLocation()), message(issue));
    }
    try {
      return result.hasError()
          ? null
          : new Expression(subject.variable(), result.getAst(), runtime);
    } catch (CelValidationException | CelEvaluationException e) {
      problem(phrase, 0, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static CelCompiler compiler(Target.Kind subject) {
    CelType type = Shapes.of(subject).type();
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .setTypeProvider(new Shapes())
        .addVar(subject.variable(), type)
        .build();
  }

  private void problem(Phrase phrase, int offset, String message) {
    problems.add(Problem.unreadable(phrase.placeOf(offset), message));
  }

  private static int offset(Phrase phrase, CelSourceLocation at) {
    int start = 0;
    for (int line = 1; line < at.getLine(); line++) {
      start = phrase.text().indexOf('\n', start) + 1;
    }
    return start + Math.max(0, at.getColumn());
  }

  private static String message(CelIssue issue) {
    String message = issue.getMessage();
    Matcher field = UNDEFINED_FIELD.matcher(message);
    if (!field.find()) {
      return message;
    }
    List<String> names = new ArrayList<>();
    Shapes.ALL.forEach(shape -> names.addAll(shape.fields().keySet()));
    return "there is no field '" + field.group(1) + "'" + Nearest.hint(field.group(1), names);
  }

  private static String words(CelKind kind) {
    return switch (kind) {
      case STRING -> "a string";
      case INT, UINT, DOUBLE -> "a number";
      case LIST -> "a list";
      case MAP, STRUCT -> "an object";
      default -> "something else";
    };
  }

  private static String join(String one, String other) {
    bound((long) one.length() + other.length());
    return one + other;
  }

  private static List<Object> join(List<?> one, List<?> other) {
    bound((long) one.size() + other.size());
    List<Object> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static void bound(long length) {
    if (length > MOST_LENGTH) {
      throw new IllegalArgumentException("a string or list is longer than " + MOST_LENGTH);
    }
  }
}
