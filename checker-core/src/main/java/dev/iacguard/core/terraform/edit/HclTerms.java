package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes values in Terraform's native syntax. */
public final class HclTerms {
  private static final String STEP = "  ";

  private final Function<Term, String> references;

  /**
   * @param references writes what refers to a resource
   */
  HclTerms(Function<Term, String> references) {
    this.references = references;
  }

  /**
   * A value that refers to no resource.
   *
   * @param indent of the line that the value starts on
   */
  public static String literal(Term term, String indent) {
    return new HclTerms(HclTerms::refuse).value(term, indent);
  }

  private static String refuse(Term term) {
    throw new IllegalArgumentException(term + " refers to a resource");
  }

  /** A block's body of attributes that refer to no resource, with their signs in one column. */
  public static String attributes(Map<String, Term> attributes) {
    return new HclTerms(HclTerms::refuse).body(attributes, "");
  }

  /**
   * @param indent of the line that the value starts on
   */
  String value(Term term, String indent) {
    return switch (term) {
      case Term.Text it -> Syntax.HCL.quoted(it.text());
      case Term.Word it -> it.text();
      case Term.Entries it -> object(it.entries(), indent);
      case Term.Block it -> object(it.properties(), indent);
      case Term.Items it -> items(it.items(), indent);
      case Term.Json it -> "jsonencode(" + object(texts(it.members()), indent) + ")";
      case Term.Declared it -> references.apply(it);
      case Term.Joined it -> references.apply(it);
      case Term.Same it -> references.apply(it);
      case Term.OfReferred it -> references.apply(it);
      case Term.Itself it -> references.apply(it);
      case Term.Given it -> throw new IllegalArgumentException(it.key() + " was not given");
      case Term.Line it -> throw new IllegalArgumentException("no line was chosen for " + it.api());
    };
  }

  /** On one line, so that nothing beside it moves. */
  String inline(Term term) {
    return switch (term) {
      case Term.Json it -> "jsonencode(" + Objects.oneLine(texts(it.members()), this) + ")";
      case Term.Entries it -> Objects.oneLine(it.entries(), this);
      default -> value(term, "");
    };
  }

  private static Map<String, Term> texts(Map<String, String> members) {
    return Term.entries(members).entries();
  }

  private String items(List<Term> items, String indent) {
    return "[" + String.join(", ", items.stream().map(item -> value(item, indent)).toList()) + "]";
  }

  private String object(Map<String, Term> entries, String indent) {
    if (entries.isEmpty()) {
      return "{}";
    }
    return "{\n" + assignments(entries, indent + STEP, Syntax.HCL::key) + indent + "}";
  }

  /**
   * The lines of a block's body: attributes first, with their signs in one column, each block
   * behind an empty line.
   */
  String body(Map<String, Term> properties, String indent) {
    StringBuilder text = new StringBuilder();
    StringBuilder blocks = new StringBuilder();
    Map<String, Term> attributes = new LinkedHashMap<>();
    properties.forEach(
        (name, term) -> {
          if (term instanceof Term.Block block) {
            blocks.append(block(name, block, indent));
          } else {
            attributes.put(name, term);
          }
        });
    text.append(assignments(attributes, indent, name -> name));
    if (!text.isEmpty() && !blocks.isEmpty()) {
      text.append('\n');
    }
    return text.append(blocks).toString();
  }

  /** A nested block with its line end. */
  String block(String name, Term.Block block, String indent) {
    return indent + name + " {\n" + body(block.properties(), indent + STEP) + indent + "}\n";
  }

  /** The signs of values on one line stand in one column; a value of several lines ends the run. */
  private String assignments(
      Map<String, Term> entries, String indent, Function<String, String> named) {
    StringBuilder text = new StringBuilder();
    Map<String, Term> run = new LinkedHashMap<>();
    entries.forEach(
        (key, term) -> {
          if (isLong(term)) {
            text.append(aligned(run, indent));
            run.clear();
            text.append(aligned(Map.of(named.apply(key), term), indent));
          } else {
            run.put(named.apply(key), term);
          }
        });
    return text.append(aligned(run, indent)).toString();
  }

  private String aligned(Map<String, Term> run, String indent) {
    int width = run.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    run.forEach(
        (name, term) ->
            text.append(indent)
                .append(name)
                .append(" ".repeat(width - name.length()))
                .append(" = ")
                .append(value(term, indent))
                .append('\n'));
    return text.toString();
  }

  private static boolean isLong(Term term) {
    return switch (term) {
      case Term.Entries it -> !it.entries().isEmpty();
      case Term.Block it -> true;
      case Term.Json it -> true;
      default -> false;
    };
  }
}
