package dev.iacguard.core.model;

/** The attribute or input that an unknown value would be read from. */
public sealed interface Reference {

  /**
   * An attribute of a resource of the same stack.
   *
   * @param attribute as the language names it ({@code arn}, {@code Arn}); empty for the resource
   *     itself (Terraform) or its {@code Ref} (CloudFormation)
   */
  record ToResource(Address resource, String attribute) implements Reference {
    @Override
    public String toString() {
      return attribute.isEmpty() ? resource.toString() : resource + "." + attribute;
    }
  }

  /**
   * Anything else with a name that stays the same throughout the stack: {@code var.x}, {@code
   * AWS::Region}, {@code data.aws_region.this.name}, an export. Equal names are equal values.
   */
  record Named(String name) implements Reference {
    @Override
    public String toString() {
      return name;
    }
  }
}
