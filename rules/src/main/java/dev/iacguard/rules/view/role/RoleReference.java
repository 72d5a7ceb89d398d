package dev.iacguard.rules.view.role;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.value.Properties;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference from an account setting to its role.
 *
 * @param text as the code has it: an ARN, {@code aws_iam_role.logs.arn}, {@code Role.Arn}
 * @param names all that a list of approved roles may call it by: its ARN, its name, its address,
 *     the export or parameter it comes from; with holes where it is not known
 * @param at where it is written
 */
public record RoleReference(String text, List<Value.Text> names, Origin at) {

  static RoleReference of(Value value, Link link, Scenario scenario) {
    List<Value.Text> names = new ArrayList<>();
    Value.Unknown unknown = Properties.whollyUnknown(value);
    String text = "";
    if (unknown != null) {
      text = unknown.what();
      names.add(name(text, value));
      for (Reference reference : unknown.references()) {
        text = reference.toString();
        names.add(name(text, value));
      }
    } else if (value instanceof Value.Text arn) {
      text = shown(arn);
      names.add(arn);
    }
    if (link instanceof Link.Declared declared) {
      addDeclared(declared, scenario, names);
    }
    return new RoleReference(text, names, value.origin());
  }

  /** A role of the code goes by its address, its name and the ARN that IAM will give it. */
  private static void addDeclared(Link.Declared role, Scenario scenario, List<Value.Text> names) {
    Resource resource = role.resource();
    Value.Unknown account =
        Value.Unknown.of(Cause.DEPLOYMENT, "the account", resource.get("").origin());
    names.add(name(resource.address().toString(), account));
    names.add(name(resource.address().withoutKey().toString(), account));
    Value name = scenario.resolve(resource.get(role.type().name()));
    if (name instanceof Value.Text text) {
      Value path =
          scenario.resolve(resource.get(role.type().name().equals("RoleName") ? "Path" : "path"));
      names.add(text);
      names.add(
          new TextBuilder()
              .add("arn:")
              .add(account)
              .add(":iam::")
              .add(account)
              .add(":role")
              .add(path instanceof Value.Null ? name("/", account) : path)
              .add(text)
              .build(text.origin()));
    }
  }

  private static Value.Text name(String text, Value at) {
    return Value.Text.of(text, at.origin());
  }

  /** The text with an ellipsis for each hole, unless it is a secret. */
  private static String shown(Value.Text text) {
    if (text.origin().sensitive()) {
      return "(sensitive value)";
    }
    StringBuilder shown = new StringBuilder();
    text.parts()
        .forEach(
            part -> shown.append(part instanceof TextPart.Literal literal ? literal.text() : "…"));
    return shown.toString();
  }
}
