package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports what CloudFormation refuses in the intrinsic functions of one template, each name once.
 * Says nothing where it cannot be sure, see {@link KnownNames}.
 */
final class Diagnostics {
  /** {@code ${context.requestId}} in a text that is put through {@code Fn::Sub}. */
  private static final String LOG_VARIABLES = "context";

  private static final String LOG_HINT =
      "; a variable of the access log is written without braces in Fn::Sub: $context.requestId";

  /** Names that are reported of one template. */
  private static final int MOST = 100;

  private final KnownNames names;
  private final Consumer<Problem> problems;
  private final BooleanSupplier copied;
  private final Set<String> reported = new HashSet<>();
  private @Nullable Boolean part;

  /**
   * @param copied whether another template has all that the template has
   */
  Diagnostics(KnownNames names, Consumer<Problem> problems, BooleanSupplier copied) {
    this.names = names;
    this.problems = problems;
    this.copied = copied;
  }

  /**
   * {@code Ref} of what the template does not declare.
   *
   * @return true when it is sure to be a mistake
   */
  boolean reference(String name, Span at) {
    return missing("no parameter or resource ", name, names.references(), at);
  }

  /** {@code Fn::GetAtt} of what the template does not declare; as {@link #reference}. */
  boolean resource(String name, Span at) {
    return missing("no resource ", name, names.resources(), at);
  }

  private boolean missing(String what, String name, Collection<String> known, Span at) {
    boolean mistaken = names.canMiss(name) && !isPart();
    if (mistaken && isNew(name)) {
      report(what, name, known, at);
    }
    return mistaken;
  }

  /**
   * True when the file is a part of a template only, which is reported. Asked for the first time
   * when a name is not declared, so that a template without mistakes is not searched for others.
   */
  private boolean isPart() {
    if (part == null) {
      Problem found = UndeclaredNames.ofPart(names);
      part = found != null || copied.getAsBoolean();
      if (found != null) {
        problems.accept(found);
      }
    }
    return part;
  }

  /** An attribute that the resource does not have. */
  void attribute(String resource, String name, Collection<String> known, Span at) {
    if (names.areSure()) {
      report("no attribute of " + resource + " ", name, known, at);
    }
  }

  /** A condition that the template does not declare. */
  void condition(String name, Span at) {
    if (names.hasAll("Conditions") && !isPart()) {
      report("no condition ", name, names.of("Conditions"), at);
    }
  }

  /** A condition that is defined by means of itself. */
  void ring(String condition, Span at) {
    problems.accept(Problem.unreadable(at, "the condition " + condition + " refers to itself"));
  }

  /** A map that the template does not declare. */
  void map(String name, Span at) {
    if (names.hasAll("Mappings") && !isPart()) {
      report("no mapping ", name, names.of("Mappings"), at);
    }
  }

  /** A key that a map does not have. */
  void key(String map, String name, Collection<String> known, Span at) {
    if (names.hasAll("Mappings")) {
      report("no key of " + map + " ", name, known, at);
    }
  }

  /** An output that the nested stack of that logical id does not have. */
  void output(String stack, String name, Collection<String> known, Span at) {
    if (names.areSure() && known.stream().noneMatch(KnownNames::isMadeElsewhere)) {
      report("no output of the nested stack " + stack + " ", name, known, at);
    }
  }

  /** An output of a nested stack that refers to itself. */
  void outputRing(String output, Span at) {
    problems.accept(Problem.unreadable(at, "the output " + output + " refers to itself"));
  }

  /**
   * Where the evaluation is given up, once a template.
   *
   * @param exceeded what the whole stack has gone beyond; null when only a value has
   */
  void limit(Span at, @Nullable String exceeded) {
    if (exceeded != null) {
      if (reported.add("exceeded")) {
        problems.accept(Problem.limit(at, exceeded));
      }
    } else if (reported.add("")) {
      problems.accept(
          Problem.limit(
              at,
              "a value leads through more than "
                  + Limits.DEPTH
                  + " functions or "
                  + Limits.STEPS
                  + " elements"));
    }
  }

  /**
   * An argument that a function cannot take.
   *
   * @param what completes a sentence that starts with the argument
   */
  void argument(String written, String what, Span at) {
    if (names.areSure() && isNew(written + what)) {
      problems.accept(Problem.unreadable(at, "'" + written + "' " + what));
    }
  }

  /** A call whose arguments do not have the shape that the function takes. */
  void shape(Call call) {
    if (names.areSure()) {
      problems.accept(
          Problem.unreadable(call.span(), call.name() + " takes " + arguments(call.name())));
    }
  }

  private void report(String what, String name, Collection<String> known, Span at) {
    if (isNew(what + name)) {
      String hint = name.equals(LOG_VARIABLES) ? LOG_HINT : Nearest.hint(name, known);
      problems.accept(Problem.unreadable(at, what + "'" + name + "'" + hint));
    }
  }

  /** A template with so many wrong names is no template; to look for near ones takes time. */
  private boolean isNew(String mistake) {
    return reported.size() < MOST && reported.add(mistake);
  }

  private static String arguments(String function) {
    return switch (function) {
      case "Ref" -> "the name of a parameter or resource";
      case "Condition" -> "the name of a condition";
      case "Fn::GetAtt" -> "a logical id and an attribute, with a dot between them or as a list";
      case "Fn::If" -> "the name of a condition and two values";
      case "Fn::Sub" -> "a string, or a list of a string and a mapping of names";
      case "Fn::Join" -> "a delimiter and a list";
      case "Fn::Split" -> "a delimiter and a string";
      case "Fn::Select" -> "an index and a list that is longer than it";
      case "Fn::FindInMap" -> "the name of a mapping and two keys";
      case "Fn::Cidr" -> "an address block, a count and a number of bits";
      case "Fn::Equals" -> "two values";
      case "Fn::Not" -> "a list of one condition";
      default -> "a list of conditions";
    };
  }
}
