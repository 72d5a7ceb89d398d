package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates data sources, as far as their results follow from the code. */
final class DataSources {
  /** The arguments by which data sources find what they read. */
  private static final List<String> KEYS = List.of("name", "arn", "id", "api_id");

  /** Services whose principals end in the domain of some partitions. */
  private static final Set<String> BY_PARTITION =
      Set.of("cloudhsm", "codedeploy", "config", "dms", "elasticmapreduce", "logs", "workspaces");

  private DataSources() {}

  /** The answer to an attribute that is not written in the data block. */
  static Value read(ResourceInstance data, String name, Span use) {
    String type = data.type();
    String written = data.address() + "." + name;
    return switch (type) {
      // One account, Region and partition a stack: every data source of these types gives the same.
      case "data.aws_caller_identity", "data.aws_region", "data.aws_partition" -> {
        String one = type + "." + canonical(name);
        yield new Value.Unknown(
            Cause.DEPLOYMENT, one, List.of(new Reference.Named(one)), true, Origin.at(use));
      }
      case "data.terraform_remote_state" ->
          new Value.Unknown(
              Cause.OTHER_STACK,
              written,
              List.of(new Reference.Named(written)),
              false,
              Origin.at(use));
      default -> {
        if (isPolicyDocument(type, name)) {
          yield PolicyDocuments.json(data, Origin.at(use));
        }
        ResourceInstance declared = declared(data);
        if (declared != null) {
          yield declared.read(stored(declared, name), use);
        }
        Value unknown =
            new Value.Unknown(
                Cause.DATA,
                written,
                List.of(new Reference.ToResource(data.address(), name)),
                name.equals("arn") || name.equals("id"),
                Origin.at(use));
        yield type.equals("data.aws_service_principal") && name.equals("name")
            ? principal(data.get("service_name"), unknown)
            : unknown;
      }
    };
  }

  /** The argument that gives an attribute: a parameter may have its value under another name. */
  private static String stored(ResourceInstance declared, String name) {
    boolean insecure =
        declared.type().equals("aws_ssm_parameter")
            && name.equals("value")
            && !declared.has(name)
            && declared.has("insecure_value");
    return insecure ? "insecure_value" : name;
  }

  /** The resource of the stack that a data source reads: one of its type that its key refers to. */
  private static @Nullable ResourceInstance declared(ResourceInstance data) {
    for (String key : KEYS) {
      Reference.ToResource named = attribute(data.get(key));
      ResourceInstance found =
          named == null ? null : data.module().stack().instance(named.resource());
      if (found != null && data.type().equals("data." + found.type())) {
        return found;
      }
    }
    return null;
  }

  /** The attribute that a value is, unchanged. */
  private static Reference.@Nullable ToResource attribute(Value value) {
    Reference.ToResource copied = value.origin().copyOf();
    return copied == null
            && value instanceof Value.Unknown unknown
            && unknown.cause() == Cause.COMPUTED
            && unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.ToResource computed
            && unknown.what().equals(computed.toString())
        ? computed
        : copied;
  }

  /** The name of a service principal; where the partition decides it, it stays unknown. */
  private static Value principal(Value service, Value unknown) {
    return ChoiceLifting.map(
        service,
        each -> {
          String known = Conversions.knownText(each);
          return known == null || BY_PARTITION.contains(known)
              ? unknown
              : Value.Text.of(known + ".amazonaws.com", unknown.origin());
        });
  }

  private static boolean isPolicyDocument(String type, String attribute) {
    return type.equals("data.aws_iam_policy_document")
        && (attribute.equals("json") || attribute.equals("minified_json"));
  }

  /** Version 6 of the provider renamed {@code name} to {@code region}. */
  private static String canonical(String attribute) {
    return attribute.equals("name") || attribute.equals("id") ? "region" : attribute;
  }
}
