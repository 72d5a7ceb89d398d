package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.source.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a template as it is written, YAML or JSON alike. A short tag is its long form: {@code
 * !Ref X} is {@code {Ref: X}}. Aliases share the node they represent.
 */
public sealed interface Node {

  Span span();

  /**
   * @param text of a number its decimal digits, of a boolean {@code true} or {@code false}
   */
  record Scalar(String text, Kind kind, Span span) implements Node {

    /** What CloudFormation takes the scalar for. */
    public enum Kind {
      TEXT,
      NUMBER,
      BOOL,
      NULL
    }

    public static Scalar text(String text, Span span) {
      return new Scalar(text, Kind.TEXT, span);
    }
  }

  record Sequence(List<Node> items, Span span) implements Node {}

  /** A key and its value. */
  record Entry(String key, Span keySpan, Node value) {
    public Entry withValue(Node other) {
      return new Entry(key, keySpan, other);
    }
  }

  /** Keys are unique and in the order they were written. */
  final class Mapping implements Node {
    private static final int FEW = 8;

    private final List<Entry> entries;
    private final Span span;
    private @Nullable Map<String, Entry> index;

    public Mapping(List<Entry> entries, Span span) {
      this.entries = List.copyOf(entries);
      this.span = span;
    }

    public static Mapping empty(Span span) {
      return new Mapping(List.of(), span);
    }

    /** One entry that is written at {@code span} as a whole. */
    public static Mapping single(String key, Node value, Span span) {
      return new Mapping(List.of(new Entry(key, span, value)), span);
    }

    public List<Entry> entries() {
      return entries;
    }

    @Override
    public Span span() {
      return span;
    }

    @Nullable
    public Entry entry(String key) {
      if (entries.size() > FEW) {
        return byKey().get(key);
      }
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    @Nullable
    public Node get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }

    /** The text of a scalar entry, or null. */
    @Nullable
    public String text(String key) {
      return get(key) instanceof Scalar scalar ? scalar.text() : null;
    }

    /** The mapping under a key, empty when there is none. */
    public Mapping mapping(String key) {
      return get(key) instanceof Mapping mapping ? mapping : empty(span);
    }

    /** The same with an entry put in place of the one of its name, or at the end. */
    public Mapping with(Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>();
      entries.forEach(each -> changed.put(each.key(), each));
      changed.put(entry.key(), entry);
      return new Mapping(List.copyOf(changed.values()), span);
    }

    private Map<String, Entry> byKey() {
      Map<String, Entry> cached = index;
      if (cached == null) {
        Map<String, Entry> built = new HashMap<>();
        entries.forEach(entry -> built.put(entry.key(), entry));
        cached = Collections.unmodifiableMap(built);
        index = cached;
      }
      return cached;
    }
  }

  /** What stands here cannot be had. */
  record Unresolved(Cause cause, String what, Span span) implements Node {}
}
