package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.PartialArn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a value: unknown as a whole, but with attributes that can be read. The handle
 * carries the address of the instance it represents.
 */
final class ResourceReference {
  private ResourceReference() {}

  static Value of(ResourceInstance instance, Origin origin) {
    Cause cause = instance.isData() ? Cause.DATA : Cause.COMPUTED;
    return new Value.Unknown(
        cause,
        instance.address().toString(),
        List.of(new Reference.ToResource(instance.address(), "")),
        true,
        origin);
  }

  static boolean isHandle(Value.Unknown value) {
    return value.references().size() == 1
        && value.references().get(0) instanceof Reference.ToResource resource
        && resource.attribute().isEmpty();
  }

  /** The string with the ARNs of declared log groups written out, as far as they are known. */
  static Value withArns(Value value, Scope scope) {
    if (value instanceof Value.Unknown unknown) {
      Value.Text arn = arn(unknown, scope);
      return arn == null ? value : arn;
    }
    if (!(value instanceof Value.Text text) || text.known() != null) {
      return value;
    }
    TextBuilder whole = new TextBuilder();
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Hole hole -> whole.add(withArns(hole.value(), scope));
        case TextPart.Literal literal -> whole.add(literal);
      }
    }
    return whole.build(text.origin());
  }

  private static Value.@Nullable Text arn(Value.Unknown unknown, Scope scope) {
    if (unknown.references().size() != 1
        || !(unknown.references().get(0) instanceof Reference.ToResource read)
        || !read.attribute().equals("arn")
        || !unknown.what().equals(read.toString())) {
      return null;
    }
    ResourceInstance group = scope.module().stack().instance(read.resource());
    if (group == null || !group.type().equals("aws_cloudwatch_log_group")) {
      return null;
    }
    Origin origin = unknown.origin();
    Value region = group.get("region");
    return new TextBuilder()
        .add("arn:")
        .add(ofDeployment(PartialArn.PARTITION, origin))
        .add(":logs:")
        .add(region instanceof Value.Null ? ofDeployment(PartialArn.REGION, origin) : region)
        .add(":")
        .add(ofDeployment(PartialArn.ACCOUNT, origin))
        .add(":log-group:")
        .add(group.read("name", origin.at()))
        .build(origin);
  }

  private static Value ofDeployment(String name, Origin origin) {
    return new Value.Unknown(
        Cause.DEPLOYMENT, name, List.of(new Reference.Named(name)), true, origin);
  }

  /** The instance a handle represents, or null for any other value. */
  static @Nullable ResourceInstance instance(Value value, Scope scope) {
    return value instanceof Value.Unknown unknown
            && isHandle(unknown)
            && unknown.references().get(0) instanceof Reference.ToResource resource
        ? scope.module().stack().instance(resource.resource())
        : null;
  }
}
