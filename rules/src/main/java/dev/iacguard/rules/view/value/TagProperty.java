package dev.iacguard.rules.view.value;

import java.util.List;

/**
 * Declares where a resource type keeps its tags.
 *
 * @param effective the attribute that holds the tags after the provider's defaults; empty when
 *     there is none
 * @param path the property, or empty when the type has no tags
 */
public record TagProperty(String effective, List<String> path, Shape shape) {
  public static final TagProperty NONE = new TagProperty("", List.of(), new Shape.Map());

  /** The tags are set where they are not seen. */
  public static final TagProperty ELSEWHERE = new TagProperty("", List.of(), new Shape.Elsewhere());

  /** {@code tags} of the aws provider, with {@code tags_all} beside it. */
  public static final TagProperty AWS_PROVIDER =
      new TagProperty("tags_all", List.of("tags"), new Shape.Map());

  /** How tags are written. */
  sealed interface Shape {

    record Map() implements Shape {}

    /** Tags that are not seen. */
    record Elsewhere() implements Shape {}

    /** A list of objects with a key and a value. */
    record Pairs(String key, String value) implements Shape {}

    /** A map as JSON text. */
    record Json() implements Shape {}
  }

  public static TagProperty map(String... path) {
    return new TagProperty("", List.of(path), new Shape.Map());
  }

  public static TagProperty json(String... path) {
    return new TagProperty("", List.of(path), new Shape.Json());
  }

  /** CloudFormation's list of {@code Key} and {@code Value}. */
  public static TagProperty cloudFormation(String... path) {
    return new TagProperty("", List.of(path), new Shape.Pairs("Key", "Value"));
  }

  /** The awscc provider's list of {@code key} and {@code value}. */
  public static TagProperty awscc(String... path) {
    return new TagProperty("", List.of(path), new Shape.Pairs("key", "value"));
  }
}
