package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.PartialArn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates the functions of the provider hashicorp/aws, which are about ARNs. */
final class ArnFunctions {
  private static final String START = "arn:";
  private static final String ROLE = "role/";
  private static final List<String> SECTIONS =
      List.of("partition", "service", "region", "account_id", "resource");

  private ArnFunctions() {}

  static Value build(FunctionCall call) {
    TextBuilder arn = new TextBuilder().add("arn");
    call.arguments().forEach(section -> arn.add(":").add(section));
    return arn.build(call.origin());
  }

  static Value parse(FunctionCall call) {
    if (call.known(0) != null && sections(call) == null) {
      return call.invalid("not an ARN");
    }
    List<Value> sections =
        call.context().withArns(call.argument(0)) instanceof Value.Text text
            ? PartialArn.split(text, ":", SECTIONS.size() + 1)
            : null;
    if (sections == null || sections.size() <= SECTIONS.size()) {
      return call.unknown();
    }
    Map<String, Value> parsed = new TreeMap<>();
    for (int i = 0; i < SECTIONS.size(); i++) {
      parsed.put(SECTIONS.get(i), sections.get(i + 1));
    }
    return call.mapping(false, parsed, false);
  }

  /** The ARN of a role, with its name only: the path between is left out. */
  static Value withoutPath(FunctionCall call) {
    String[] sections = sections(call);
    if (sections == null
        || !sections[2].equals("iam")
        || !sections[3].isEmpty()
        || !sections[5].startsWith(ROLE)) {
      return call.invalid("not the ARN of a role");
    }
    String arn = String.valueOf(call.known(0));
    String before = arn.substring(0, arn.length() - sections[5].length());
    return call.text(before + ROLE + sections[5].substring(sections[5].lastIndexOf('/') + 1));
  }

  /** The six sections of an ARN, the last of which may have colons; null for another text. */
  private static String @Nullable [] sections(FunctionCall call) {
    String text = call.known(0);
    String[] sections = text == null ? new String[0] : text.split(":", 6);
    return text != null && text.startsWith(START) && sections.length == 6 ? sections : null;
  }
}
