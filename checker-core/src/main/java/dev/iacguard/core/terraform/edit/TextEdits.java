package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds members to access log formats: to the object of {@code jsonencode}, or to a string. */
record TextEdits(Declarations declarations) {

  EditResult extend(Intention.ExtendText it) {
    SourceFile file = it.at().file();
    @Nullable Expression present =
        new ExpressionFinder(declarations.file(file)).at(it.at().start(), it.at().end());
    return switch (present) {
      case Expression.Call call
          when call.name().equals("jsonencode")
              && call.arguments().size() == 1
              && call.arguments().getFirst() instanceof Expression.Obj object ->
          new Objects(file, new HclTerms(term -> ""))
              .add(object, Term.entries(it.members()).entries());
      case Expression.Call call
          when it.separator() != null
              && call.name().equals("join")
              && call.arguments().getLast() instanceof Expression.Tuple list
              && !list.elements().isEmpty() ->
          EditResult.of(
              Edit.insert(file, list.elements().getLast().end(), ", " + elements(it.members())));
      case Expression.Template template -> extend(file, template, it);
      case null, default -> EditResult.impossible("the format at " + it.at() + " is computed");
    };
  }

  private static String elements(Map<String, String> members) {
    return String.join(", ", members.values().stream().map(Syntax.HCL::quoted).toList());
  }

  private static EditResult extend(
      SourceFile file, Expression.Template template, Intention.ExtendText it) {
    if (template.parts().isEmpty()
        || !(template.parts().getLast() instanceof TemplatePart.Text last)) {
      return EditResult.impossible("the format at " + it.at() + " ends with a computed part");
    }
    String separator = it.separator();
    boolean quoted = template.kind() == Expression.Template.Kind.QUOTED;
    String written = file.text().substring(last.start(), last.end());
    if (separator != null) {
      int end = last.start() + written.stripTrailing().length();
      String words = separator + String.join(separator, it.members().values());
      return EditResult.of(Edit.insert(file, end, quoted ? Syntax.HCL.escaped(words) : words));
    }
    int brace = written.lastIndexOf('}');
    if (brace < 0) {
      return EditResult.impossible("the format at " + it.at() + " does not end an object");
    }
    String before = written.substring(0, brace).stripTrailing();
    boolean empty = before.endsWith("{");
    String text = (empty ? "" : ",") + json(it, quoted);
    return EditResult.of(Edit.insert(file, last.start() + before.length(), text));
  }

  private static String json(Intention.ExtendText it, boolean quoted) {
    List<String> members = new ArrayList<>();
    it.members().forEach((key, variable) -> members.add("\"" + key + "\":\"" + variable + "\""));
    String text = String.join(",", members);
    return quoted ? Syntax.HCL.escaped(text) : text;
  }
}
