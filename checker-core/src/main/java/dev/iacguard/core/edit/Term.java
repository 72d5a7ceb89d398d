package dev.iacguard.core.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that is to be written, in no language. The <em>target</em> is the resource that the
 * intention is about.
 */
public sealed interface Term {

  /** A string that is taken literally. */
  record Text(String text) implements Term {}

  /** A number or a truth value as every language writes it: {@code 365}, {@code false}. */
  record Word(String text) implements Term {}

  /** A map with keys of the user. */
  record Entries(SequencedMap<String, Term> entries) implements Term {}

  /** A nested block of Terraform, a nested property of CloudFormation. */
  record Block(SequencedMap<String, Term> properties) implements Term {}

  record Items(List<Term> items) implements Term {}

  /** A string that holds a JSON object of strings. */
  record Json(SequencedMap<String, String> members) implements Term {}

  /**
   * A new access log line: a string that holds a JSON object of strings, unless the stages that it
   * follows log another kind of line.
   *
   * @param api the kind of API
   * @param members what the line needs, variables by name
   * @param accepted the variables that are as good as that of a member, by its name; one that ends
   *     in a dot accepts all that start with it
   */
  record Line(String api, SequencedMap<String, String> members, Map<String, List<String>> accepted)
      implements Term {

    /** The line itself, with what it needs and the usual one lacks at its end. */
    public Term like(@Nullable LogLine usual) {
      if (usual == null) {
        return new Json(members);
      }
      SequencedMap<String, String> missing = new LinkedHashMap<>();
      members.forEach(
          (name, variable) -> {
            List<String> variables = accepted.getOrDefault(name, List.of(variable));
            if (usual.members().values().stream().noneMatch(held -> isOneOf(held, variables))) {
              missing.put(name, variable);
            }
          });
      if (!usual.words().isEmpty()) {
        StringBuilder words = new StringBuilder(usual.words());
        missing.values().forEach(variable -> words.append(usual.separator()).append(variable));
        return new Text(words.toString());
      }
      SequencedMap<String, String> line = new LinkedHashMap<>(usual.members());
      line.putAll(missing);
      boolean taken = missing.keySet().stream().anyMatch(usual.members()::containsKey);
      return new Json(taken ? members : line);
    }

    private static boolean isOneOf(String held, List<String> variables) {
      return variables.stream()
          .anyMatch(each -> each.endsWith(".") ? held.startsWith(each) : held.equals(each));
    }
  }

  /**
   * An attribute of a resource of the same module or template, for instance one that the same edit
   * declares.
   *
   * @param attribute {@code Ref} for what a template refers to by the name alone
   */
  record Declared(String type, String name, String attribute) implements Term {}

  /** A string made of several parts. */
  record Joined(List<Part> parts) implements Term {}

  /** A part of a string. */
  sealed interface Part {}

  record Literal(String text) implements Part {}

  /** What a property of the target is written as. */
  record Copy(String property) implements Part {}

  /** What a property of the target is written as. */
  record Same(String property) implements Term {}

  /**
   * Refers to the target itself: {@code aws_iam_role.push.name}, {@code !Ref Push}.
   *
   * @param attribute what Terraform refers to
   */
  record Itself(String attribute) implements Term {}

  /**
   * Another attribute of the resource, or data source, that a property of the target refers to. It
   * cannot be written where the property refers to something else.
   */
  record OfReferred(String property, String type, String attribute) implements Term {
    /**
     * Whether an expression refers to such a resource.
     *
     * @param reference such as {@code aws_api_gateway_rest_api.orders.}
     */
    public boolean isIn(String reference) {
      return reference.startsWith(type + ".") || reference.startsWith("data." + type + ".");
    }

    /** Why a resource that needs it is not declared. */
    public String missing() {
      return "the new resource needs the "
          + attribute
          + " of the "
          + type
          + ", which "
          + property
          + " does not refer to; add it by hand";
    }
  }

  /**
   * Why a value cannot be written; null when it can.
   *
   * @param found whether a property of the target refers to the resource whose attribute is meant
   */
  static @Nullable String missing(Term value, Predicate<OfReferred> found) {
    return referred(value)
        .filter(it -> !found.test(it))
        .map(OfReferred::missing)
        .findFirst()
        .orElse(null);
  }

  /** The attributes of resources that properties of the target refer to, in a value. */
  private static Stream<OfReferred> referred(Term value) {
    return switch (value) {
      case OfReferred it -> Stream.of(it);
      case Entries it -> it.entries().values().stream().flatMap(Term::referred);
      case Block it -> it.properties().values().stream().flatMap(Term::referred);
      case Items it -> it.items().stream().flatMap(Term::referred);
      default -> Stream.empty();
    };
  }

  /**
   * A string that nobody but the user knows, such as the value of a tag.
   *
   * @param agreeable whether it may be the one on which other resources agree
   */
  record Given(String key, boolean agreeable) implements Term {}

  /** The block that holds a value under nested names. */
  static Block nested(List<String> path, Term value) {
    SequencedMap<String, Term> properties = new LinkedHashMap<>();
    properties.put(
        path.getFirst(), path.size() == 1 ? value : nested(path.subList(1, path.size()), value));
    return new Block(properties);
  }

  /** A map as templates write tags and dimensions: a list of names and values. */
  static Items pairs(String name, String value, Map<String, Term> entries) {
    List<Term> pairs = new ArrayList<>();
    entries.forEach(
        (key, term) -> {
          SequencedMap<String, Term> pair = new LinkedHashMap<>();
          pair.put(name, new Text(key));
          pair.put(value, term);
          pairs.add(new Entries(pair));
        });
    return new Items(List.copyOf(pairs));
  }

  static Term number(int number) {
    return new Word(Integer.toString(number));
  }

  /** A map of strings, in the order of the given one. */
  static Entries entries(Map<String, String> texts) {
    SequencedMap<String, Term> entries = new LinkedHashMap<>();
    texts.forEach((key, text) -> entries.put(key, new Text(text)));
    return new Entries(entries);
  }
}
