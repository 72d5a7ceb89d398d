package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code csvdecode}: RFC 4180 as Go reads it; the first line names the columns. */
final class CsvDecoding {
  private final String text;
  private int at;

  private CsvDecoding(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  static Value decode(FunctionCall call) {
    String text = call.known(0);
    if (text == null) {
      return call.unknown();
    }
    CsvDecoding csv = new CsvDecoding(text);
    List<String> names = csv.record();
    if (names == null || names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      return call.invalid("the first line must name every column");
    }
    List<Value> rows = new ArrayList<>();
    for (List<String> row = csv.record(); ; row = csv.record()) {
      if (row != null && row.isEmpty()) {
        return call.sequence(Value.Sequence.Kind.LIST, rows, false);
      }
      if (row == null || row.size() != names.size()) {
        return call.invalid("not CSV, or a line of another length");
      }
      Map<String, Value> fields = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), call.text(row.get(i)));
      }
      rows.add(call.mapping(false, fields, false));
      if ((long) rows.size() * names.size() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
  }

  /** The next line that is not blank; empty at the end, null when it is not CSV. */
  private @Nullable List<String> record() {
    while (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    List<String> fields = new ArrayList<>();
    boolean more = at < text.length();
    while (more) {
      String field = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
      if (field == null) {
        return null;
      }
      fields.add(field);
      more = at < text.length() && text.charAt(at) == ',';
      at += more || at < text.length() ? 1 : 0;
    }
    return fields;
  }

  private @Nullable String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '"') {
        return null;
      }
      at++;
    }
    return text.substring(start, at);
  }

  private @Nullable String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        boolean ended = at >= text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n';
        return ended ? field.toString() : null;
      }
    }
    return null;
  }
}
