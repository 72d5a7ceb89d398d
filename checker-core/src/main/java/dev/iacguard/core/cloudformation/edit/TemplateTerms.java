package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.edit.JsonTerms;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in the syntax of a template.
 *
 * @param target what properties are copied from; null when nothing is
 * @param targetId its logical id
 */
public record TemplateTerms(SourceFile file, Node.@Nullable Mapping target, String targetId) {
  private static final String ITEM = "  ";
  private static final int USUAL_STEP = 2;
  private static final int WIDEST_STEP = 8;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(::[A-Za-z0-9]+)*");
  private static final Pattern SINGLE_QUOTED = Pattern.compile("[ -~]*[\"\\\\][ -~]*");
  private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~");

  boolean isJson() {
    return file.startsWithBrace();
  }

  private JsonTerms json() {
    return new JsonTerms(Syntax.JSON::quoted, this::reference, step());
  }

  /** How much further than its parent a line is indented, as in the resource beside. */
  private String step() {
    Node.@Nullable Entry properties = target == null ? null : target.entry("Properties");
    int step = USUAL_STEP;
    if (properties != null
        && properties.value() instanceof Node.Mapping mapping
        && !mapping.entries().isEmpty()) {
      int outer = properties.keySpan().start();
      int inner = mapping.entries().getFirst().keySpan().start();
      int further = file.indent(inner).length() - file.indent(outer).length();
      boolean fits = further > 0 && further <= WIDEST_STEP;
      step = fits && file.lineAt(inner) > file.lineAt(outer) ? further : step;
    }
    return " ".repeat(step);
  }

  /** On one line, as it stands behind a key. */
  String inline(Term term) {
    if (isJson()) {
      return json().inline(term);
    }
    return switch (term) {
      case Term.Text it -> plainOrQuoted(it.text());
      case Term.Word it -> it.text();
      case Term.Entries it -> "{" + members(it.entries()) + "}";
      case Term.Block it -> "{" + members(it.properties()) + "}";
      case Term.Items it ->
          "[" + String.join(", ", it.items().stream().map(this::inline).toList()) + "]";
      case Term.Json it -> "'" + JsonTerms.object(it.members()).replace("'", "''") + "'";
      case Term.Given it -> throw new IllegalArgumentException(it.key() + " was not given");
      case Term.Line it -> throw new IllegalArgumentException("no line was chosen for " + it.api());
      default -> reference(term);
    };
  }

  private String reference(Term term) {
    return switch (term) {
      case Term.Declared it -> attribute(it);
      case Term.Same it -> Objects.requireNonNull(copied(it.property()));
      case Term.Itself it -> ref(targetId);
      default -> throw new IllegalArgumentException(term + " is not written in templates");
    };
  }

  private String ref(String name) {
    return isJson() ? "{\"Ref\": " + Syntax.JSON.quoted(name) + "}" : "!Ref " + name;
  }

  private String attribute(Term.Declared it) {
    if (it.attribute().equals("Ref")) {
      return ref(it.name());
    }
    return isJson()
        ? "{\"Fn::GetAtt\": ["
            + Syntax.JSON.quoted(it.name())
            + ", "
            + Syntax.JSON.quoted(it.attribute())
            + "]}"
        : "!GetAtt " + it.name() + "." + it.attribute();
  }

  /** The inside of a mapping on one line. */
  String members(Map<String, Term> entries) {
    if (isJson()) {
      return json().members(entries);
    }
    List<String> members = new ArrayList<>();
    entries.forEach((key, term) -> members.add(plainOrQuoted(key) + ": " + inline(term)));
    return String.join(", ", members);
  }

  /**
   * {@code key: value} on as many lines as it takes, each with its indent, without the last line
   * end.
   */
  String lines(String key, Term term, String indent) {
    if (isJson()) {
      return json().lines(key, term, indent);
    }
    String name = indent + plainOrQuoted(key) + ":";
    return switch (term) {
      case Term.Entries it -> name + "\n" + blockLines(it.entries(), indent + step());
      case Term.Block it -> name + "\n" + blockLines(it.properties(), indent + step());
      case Term.Items it -> name + "\n" + itemLines(it.items(), indent + step());
      default -> name + " " + value(term, indent);
    };
  }

  /** The same between braces, where YAML has no blocks. */
  String flowLines(String key, Term term, String indent) {
    return isJson()
        ? json().lines(key, term, indent)
        : indent + plainOrQuoted(key) + ": " + inline(term);
  }

  /**
   * A value as it stands behind a key. An access log format has a line for each member; YAML makes
   * one line of them.
   *
   * @param indent of the key
   */
  String value(Term term, String indent) {
    if (isJson() || !(term instanceof Term.Json format)) {
      return isJson() ? json().value(term, indent) : inline(term);
    }
    List<String> members = new ArrayList<>();
    format
        .members()
        .forEach(
            (key, text) ->
                members.add(Syntax.JSON.setting(key, Syntax.JSON.quoted(text)).replace("'", "''")));
    return "'{" + String.join(",\n" + indent + step(), members) + "}'";
  }

  private String blockLines(Map<String, Term> entries, String indent) {
    List<String> lines = new ArrayList<>();
    entries.forEach((key, term) -> lines.add(lines(key, term, indent)));
    return String.join("\n", lines);
  }

  /** The items of a block sequence. */
  String itemLines(List<Term> items, String indent) {
    List<String> lines = new ArrayList<>();
    for (Term item : items) {
      String text =
          item instanceof Term.Entries entries
              ? blockLines(entries.entries(), indent + ITEM)
                  .substring(ITEM.length() + indent.length())
              : inline(item);
      lines.add(indent + "- " + text);
    }
    return String.join("\n", lines);
  }

  /** An item of a list as it stands on lines of its own, without the indent of the first. */
  String item(Term term, String indent) {
    return isJson() ? json().value(term, indent) : inline(term);
  }

  /**
   * Plain where no reader could take it for something else than a string. What would have escapes
   * between double quotes is between single ones.
   */
  public static String plainOrQuoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    return SINGLE_QUOTED.matcher(text).matches()
        ? "'" + text.replace("'", "''") + "'"
        : Syntax.JSON.quoted(text);
  }

  /** Whether every property that is copied is there. */
  boolean canWrite(Term term) {
    return switch (term) {
      case Term.Same it -> copied(it.property()) != null;
      case Term.Entries it -> it.entries().values().stream().allMatch(this::canWrite);
      case Term.Block it -> it.properties().values().stream().allMatch(this::canWrite);
      case Term.Items it -> it.items().stream().allMatch(this::canWrite);
      case Term.Joined it -> false;
      case Term.OfReferred it -> false;
      default -> true;
    };
  }

  private Node.@Nullable Entry property(String name) {
    return target == null ? null : target.mapping("Properties").entry(name);
  }

  /**
   * What a property of the target is written as, from behind its key, on one line; null where it is
   * not there, or takes several lines.
   */
  private @Nullable String copied(String property) {
    Node.@Nullable Entry entry = property(property);
    if (entry == null) {
      return null;
    }
    String text = file.text().substring(entry.keySpan().end(), entry.value().span().end());
    String value = text.substring(text.indexOf(':') + 1).strip();
    if (isJson()) {
      return value;
    }
    boolean block = entry.value() instanceof Node.Mapping && value.matches("(?s)[^!{].*");
    return value.contains("\n") ? null : block ? "{" + value + "}" : value;
  }
}
