package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.FormatStrings;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds members to access log formats in JSON syntax: strings, or a call of {@code jsonencode}. */
record JsonFormats(JsonFiles files) {

  EditResult extend(Intention.ExtendText it) {
    JsonNode.@Nullable Text text = files.text(it.at());
    if (text == null) {
      return computed(it);
    }
    return JsonFiles.isTemplate(text.text())
        ? intoCall(text, it)
        : FormatStrings.extend(it.at().file().span(text.start(), text.end()), it);
  }

  /** {@code "${jsonencode({id = \"…\"})}"}. */
  private static EditResult intoCall(JsonNode.Text text, Intention.ExtendText it) {
    SourceFile file = it.at().file();
    if (JsonReferences.interpolated(file, text.text()) instanceof Expression.Call call
        && call.name().equals("jsonencode")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.Obj object
        && !object.entries().isEmpty()) {
      String behind = text.text().substring(object.entries().getLast().end());
      String tail = Syntax.JSON.escaped(behind) + "\"";
      if (file.text().substring(text.start(), text.end()).endsWith(tail)) {
        int at = text.end() - tail.length();
        return EditResult.of(Edit.insert(file, at, Syntax.JSON.escaped(entries(it))));
      }
    }
    return computed(it);
  }

  private static String entries(Intention.ExtendText it) {
    HclTerms terms = new HclTerms(term -> "");
    List<String> entries = new ArrayList<>();
    it.members()
        .forEach(
            (key, variable) ->
                entries.add(", " + Syntax.HCL.setting(key, terms.inline(new Term.Text(variable)))));
    return String.join("", entries);
  }

  private static EditResult computed(Intention.ExtendText it) {
    return EditResult.impossible("the format at " + it.at() + " is computed");
  }
}
