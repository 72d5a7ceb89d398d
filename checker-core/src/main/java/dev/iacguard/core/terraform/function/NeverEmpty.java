package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Set;

/** Values that are known to be a single string with characters in it, whatever that string is. */
final class NeverEmpty {
  /** Resources of these services always have a name, an id and an ARN. */
  private static final List<String> NAMED =
      List.of(
          "aws_api_gateway_",
          "aws_apigatewayv2_",
          "aws_cloudwatch_",
          "aws_iam_",
          "aws_kinesis_firehose_");

  private static final Set<String> NAMES = Set.of("name", "id", "arn", "stage_name");

  private NeverEmpty() {}

  /** True also for a copy of a resource's name that is given by something unknown. */
  static boolean is(Value value) {
    return switch (value) {
      case Value.Text text ->
          isName(text) || text.parts().stream().anyMatch(TextPart.Literal.class::isInstance);
      case Value.Unknown unknown ->
          isName(unknown) || (unknown.notNull() && unknown.cause() == Cause.COMPUTED);
      default -> false;
    };
  }

  /** True for a copy of an attribute that names a resource. */
  static boolean isName(Value value) {
    Reference.ToResource copied = value.origin().copyOf();
    return copied != null
        && NAMES.contains(copied.attribute())
        && NAMED.stream().anyMatch(copied.resource().name()::startsWith);
  }
}
