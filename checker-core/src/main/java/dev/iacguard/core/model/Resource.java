package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it will be.
 *
 * @param type {@code aws_api_gateway_stage}, {@code data.aws_iam_policy_document}, {@code
 *     AWS::ApiGateway::Stage}
 * @param span the whole declaration
 * @param header the piece to point at when something is missing: a block's type and labels, a
 *     logical id
 * @param callers the calls that lead to it, outermost first
 * @param exists the conditions under which it will be there; empty when it is sure to be
 * @param generated null when it is declared as what it is
 */
public record Resource(
    Address address,
    String type,
    Span span,
    Span header,
    List<CallSite> callers,
    List<Condition> exists,
    Attributes attributes,
    @Nullable Generated generated) {

  /** True for a resource of CloudFormation, which calls things otherwise than Terraform. */
  public boolean isOfTemplate() {
    return type.contains("::");
  }

  /** {@link Attributes#get}. */
  public Value get(String attribute) {
    return attributes.get(attribute);
  }

  /** The address of what is written in the code. */
  public Address declaredAs() {
    return generated == null ? address : generated.from();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
