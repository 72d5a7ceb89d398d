package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.CdkScaffold.part;

import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the properties of a construct, and what checks their values. */
record CdkProperties(ScaffoldRequest request, List<TagInput> inputs) {

  void fill(TextTemplate construct) {
    construct
        .with(
            "tag-props",
            inputs.stream().map(CdkProperties::property).collect(Collectors.joining("\n\n")))
        .with(
            "key-prop",
            request.requirements().ownKey()
                ? "/** Encrypts the access log. Its key policy has to let CloudWatch Logs use it."
                    + " */\nreadonly encryptionKey: kms.IKey;"
                : "")
        .with("tag-checks", checks())
        .with("account-prop", account());
  }

  private static String property(TagInput input) {
    List<String> values = input.tag().values();
    String type = values.isEmpty() ? "string" : TypeScript.quoted(values, " | ");
    String comment = TypeScript.comment(input.description());
    @Nullable String value = input.value();
    return value == null
        ? "/** " + comment + " */\nreadonly " + input.camel() + ": " + type + ";"
        : "/**\n * "
            + comment
            + "\n * @default "
            + TypeScript.comment(value)
            + "\n */\nreadonly "
            + input.camel()
            + "?: "
            + type
            + ";";
  }

  /** The value of the tag in the constructor. */
  static String value(TagInput input) {
    String property = "props." + input.camel();
    return input.value() == null ? property : property + " ?? " + TypeScript.quoted(input.value());
  }

  private String checks() {
    List<String> checks = new ArrayList<>();
    for (TagInput input : inputs) {
      @Nullable String pattern = PortablePattern.of(input.tag().patterns());
      if (pattern != null) {
        String message =
            "The policy does not allow this value of the tag " + input.tag().key() + ".";
        checks.add(check("(" + value(input) + ")", pattern, message));
      }
    }
    return String.join("\n", checks);
  }

  static String check(String value, String pattern, String message) {
    return """
    if (!new RegExp(%s).test(%s)) {
      throw new Error(%s);
    }"""
        .formatted(TypeScript.quoted(pattern), value, TypeScript.quoted(message));
  }

  private String account() {
    StageRequirements.Role role = request.requirements().role();
    if (request.createsRole()) {
      return part("account-role-prop.ts")
          .with("default", Boolean.toString(role.setByStack()))
          .text();
    }
    return request.setsRole()
        ? part("account-arn-prop.ts").with("optional", role.setByStack() ? "" : "?").text()
        : "";
  }
}
