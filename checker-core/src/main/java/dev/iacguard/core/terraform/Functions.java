package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;

/** Terraform's functions by name. */
final class Functions {
  private Functions() {}

  static Value apply(FunctionCall call) {
    return switch (call.name()) {
      case "coalesce" -> ConditionalFunctions.coalesce(call);
      case "coalescelist" -> ConditionalFunctions.coalesceList(call);
      case "sensitive" -> call.argument(0).withOrigin(call.argument(0).origin().asSensitive());
      case "nonsensitive", "ephemeralasnull", "issensitive" -> ConditionalFunctions.marks(call);

      case "tostring" -> TypeFunctions.convert(call, TypeConstraint.Primitive.TEXT);
      case "tonumber" -> TypeFunctions.convert(call, TypeConstraint.Primitive.NUMBER);
      case "tobool" -> TypeFunctions.convert(call, TypeConstraint.Primitive.BOOL);
      case "tolist" -> TypeFunctions.toSequence(call, Value.Sequence.Kind.LIST);
      case "toset" -> TypeFunctions.toSequence(call, Value.Sequence.Kind.SET);
      case "tomap" -> TypeFunctions.toMap(call);

      case "jsonencode" -> JsonEncoding.encode(call);
      case "jsondecode" -> JsonEncoding.decode(call);

      case "merge" -> MapFunctions.merge(call);
      case "keys" -> MapFunctions.keys(call);
      case "values" -> MapFunctions.values(call);
      case "lookup" -> MapFunctions.lookup(call);
      case "zipmap" -> MapFunctions.zip(call);

      case "length" -> ListFunctions.length(call);
      case "concat" -> ListFunctions.concat(call);
      case "contains" -> ListFunctions.contains(call);
      case "element" -> ListFunctions.element(call);
      case "flatten" -> ListFunctions.flatten(call);
      case "compact" -> ListFunctions.compact(call);
      case "distinct" -> ListFunctions.distinct(call);
      case "one" -> ListFunctions.one(call);
      case "reverse" -> ListFunctions.reverse(call);
      case "sort" -> ListFunctions.sort(call);
      case "slice" -> ListFunctions.slice(call);
      case "range" -> ListFunctions.range(call);

      case "format" -> Formatting.format(call);
      case "formatlist" -> Formatting.formatList(call);
      case "join" -> TextFunctions.join(call);
      case "split" -> TextFunctions.split(call);
      case "replace" -> TextFunctions.replace(call);
      case "lower", "upper", "trimspace", "chomp", "title", "strrev" -> TextFunctions.change(call);
      case "trimprefix", "trimsuffix" -> TextFunctions.trimEnd(call);
      case "trim" -> TextFunctions.trim(call);
      case "substr" -> TextFunctions.substring(call);
      case "startswith", "endswith", "strcontains" -> TextFunctions.test(call);

      case "file" -> FileFunctions.file(call);
      case "fileexists" -> FileFunctions.exists(call);
      case "templatefile" -> FileFunctions.template(call);

      case "timestamp", "plantimestamp", "uuid", "bcrypt" -> call.undetermined();
      default -> Value.Unknown.of(Cause.NOT_EVALUATED, call.written(), call.origin());
    };
  }
}
