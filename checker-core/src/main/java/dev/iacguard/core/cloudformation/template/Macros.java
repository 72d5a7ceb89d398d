package dev.iacguard.core.cloudformation.template;

import org.jspecify.annotations.Nullable;

/** Finds the transforms of a template that are not known: what they add cannot be determined. */
public final class Macros {
  /** The key that calls a transform inside a template. */
  public static final String CALL = "Fn::Transform";

  public static final String INCLUDE = "AWS::Include";

  private Macros() {}

  /** The name of a transform, or null when that is not written. */
  public static @Nullable String name(Node transform) {
    return switch (transform) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Mapping mapping -> mapping.text("Name");
      default -> null;
    };
  }

  /** True for the transforms of AWS itself, which add no stage and no setting of one. */
  public static boolean isKnown(Node transform) {
    String name = name(transform);
    return name != null && name.startsWith("AWS::") && !name.equals(INCLUDE);
  }

  /** What a transform that is not known is called in a sentence. */
  public static String prose(Node transform) {
    String name = name(transform);
    return INCLUDE.equals(name)
        ? "the included file"
        : name == null ? "a macro" : "the macro " + name;
  }

  /**
   * What a macro is called that may change every resource of the template; null when there is none.
   * An included file only adds to the template.
   */
  public static @Nullable String ofAll(Template template) {
    for (Node each : template.transforms()) {
      if (!isKnown(each) && !INCLUDE.equals(name(each))) {
        return prose(each);
      }
    }
    return null;
  }
}
