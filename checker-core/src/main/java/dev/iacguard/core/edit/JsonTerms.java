package dev.iacguard.core.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes values as JSON.
 *
 * @param quoted writes a string
 * @param references writes what refers to a resource
 * @param step how much further than its parent a line is indented
 */
public record JsonTerms(
    UnaryOperator<String> quoted, Function<Term, String> references, String step) {
  public JsonTerms(UnaryOperator<String> quoted, Function<Term, String> references) {
    this(quoted, references, "  ");
  }

  /** A flat object of strings, as an access log format has it. */
  public static String object(Map<String, String> members) {
    List<String> texts = new ArrayList<>();
    members.forEach(
        (key, value) -> texts.add(Syntax.JSON.quoted(key) + ":" + Syntax.JSON.quoted(value)));
    return "{" + String.join(",", texts) + "}";
  }

  /** On one line, as it stands behind a key. */
  public String inline(Term term) {
    return switch (term) {
      case Term.Text it -> quoted.apply(it.text());
      case Term.Word it -> it.text();
      case Term.Entries it -> "{" + members(it.entries()) + "}";
      case Term.Block it -> "{" + members(it.properties()) + "}";
      case Term.Items it ->
          "[" + String.join(", ", it.items().stream().map(this::inline).toList()) + "]";
      case Term.Json it -> quoted.apply(object(it.members()));
      case Term.Given it -> throw new IllegalArgumentException(it.key() + " was not given");
      case Term.Line it -> throw new IllegalArgumentException("no line was chosen for " + it.api());
      default -> references.apply(term);
    };
  }

  /** The same value, with everything that refers to a resource as it is written. */
  public Term resolved(Term term) {
    return switch (term) {
      case Term.Entries it -> new Term.Entries(resolved(it.entries()));
      case Term.Block it -> new Term.Block(resolved(it.properties()));
      case Term.Items it -> new Term.Items(it.items().stream().map(this::resolved).toList());
      case Term.Text it -> it;
      case Term.Word it -> it;
      case Term.Json it -> it;
      default -> new Term.Word(references.apply(term));
    };
  }

  private SequencedMap<String, Term> resolved(SequencedMap<String, Term> terms) {
    SequencedMap<String, Term> resolved = new LinkedHashMap<>();
    terms.forEach((key, term) -> resolved.put(key, resolved(term)));
    return resolved;
  }

  /** The inside of an object on one line. */
  public String members(Map<String, Term> entries) {
    List<String> members = new ArrayList<>();
    entries.forEach((key, term) -> members.add(Syntax.JSON.setting(key, inline(term))));
    return String.join(", ", members);
  }

  /**
   * {@code "key": value} on as many lines as it takes, each with its indent, without the last line
   * end.
   */
  public String lines(String key, Term term, String indent) {
    return indent + Syntax.JSON.setting(key, value(term, indent));
  }

  /**
   * @param indent of the line that the value starts on
   */
  public String value(Term term, String indent) {
    Map<String, Term> members =
        switch (term) {
          case Term.Entries it -> it.entries();
          case Term.Block it -> it.properties();
          default -> Map.of();
        };
    if (members.isEmpty()) {
      return inline(term);
    }
    List<String> lines = new ArrayList<>();
    members.forEach((key, value) -> lines.add(lines(key, value, indent + step)));
    return "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
  }
}
