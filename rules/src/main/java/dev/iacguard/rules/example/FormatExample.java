package dev.iacguard.rules.example;

import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.IntentionWriter;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.remedy.FormatFields;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Writes an access log format with the fields that it lacks. */
public final class FormatExample {
  /** Characters; API Gateway takes no longer format (API Gateway quotas). */
  private static final int LONGEST = 3_072;

  private FormatExample() {}

  /**
   * The whole format, in place of what the stage sets; null when some of it is not known, or it is
   * longer than any that API Gateway takes.
   *
   * @param missing variables by the name of their field
   */
  public static @Nullable Example of(Stage stage, LogFormat format, Map<String, String> missing) {
    String known = format.at().sensitive() ? null : format.text().known();
    IntentionWriter writer = Examples.at(format.at().at(), stage.resource());
    return writer == null || known == null || known.length() > LONGEST
        ? null
        : new Example(() -> text(writer, term(format, known, missing), format.at().at()), () -> "");
  }

  private static String text(IntentionWriter writer, @Nullable Term value, Span at) {
    return value == null ? "" : writer.code(new Intention.Replace(at, value));
  }

  private static @Nullable Term term(LogFormat format, String known, Map<String, String> missing) {
    String separator = FormatFields.separator(format.kind());
    if (separator != null) {
      return new Term.Text(known + separator + String.join(separator, missing.values()));
    }
    return format.makesObjects() ? json(format.text(), missing) : null;
  }

  /** Null when a member is not a string. */
  private static @Nullable Term json(Value.Text format, Map<String, String> missing) {
    @Nullable SequencedMap<String, String> fields = FormatFields.ofStrings(format);
    if (fields == null) {
      return null;
    }
    missing.forEach(fields::putIfAbsent);
    return fields.values().containsAll(missing.values()) ? new Term.Json(fields) : null;
  }
}
