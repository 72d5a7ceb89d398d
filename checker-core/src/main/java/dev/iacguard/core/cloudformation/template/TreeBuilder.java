package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds nodes from the events of a parser, without recursion. Keeps to the limits of {@link
 * Limits}: an alias that would expand too far becomes a {@link Node.Unresolved}.
 */
final class TreeBuilder {
  private final SourceFile file;
  private final List<Problem> problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private long nodes;
  private long copied;
  private int last;
  private @Nullable Node root;

  TreeBuilder(SourceFile file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A node that has a name, and how many nodes it is when it is expanded. */
  private record Anchored(Node node, long size) {}

  /** A sequence or mapping whose end has not come yet. */
  private static final class Open {
    final boolean mapping;
    final int start;
    final @Nullable String tag;
    final @Nullable String anchor;
    final long nodesBefore;
    final List<Node> items = new ArrayList<>();
    final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    final List<Node.Entry> merged = new ArrayList<>();
    Node.@Nullable Scalar key;

    /** The end of what is in it so far. */
    int end;

    Open(boolean mapping, int start, @Nullable String tag, @Nullable String anchor, long before) {
      this.mapping = mapping;
      this.start = start;
      this.end = start;
      this.tag = tag;
      this.anchor = anchor;
      this.nodesBefore = before;
    }
  }

  /** True when there is too much to go on; reports it. */
  boolean isFull() {
    if (nodes - copied <= Limits.ELEMENTS) {
      return false;
    }
    Span at = file.span(last, last);
    problems.add(Problem.limit(at, "there are more than " + Limits.ELEMENTS + " elements"));
    return true;
  }

  /** False when the nesting is too deep to go on. */
  boolean open(boolean mapping, int start, @Nullable String tag, @Nullable String anchor) {
    if (open.size() >= Limits.NESTING) {
      problems.add(
          Problem.limit(
              file.span(start, start), "nesting is deeper than " + Limits.NESTING + " levels"));
      return false;
    }
    open.push(new Open(mapping, start, tag, anchor, nodes));
    return true;
  }

  /**
   * @param end offset behind the closing bracket; -1 when the last element ends it
   */
  void close(int end) {
    Open closed = open.pop();
    Span span = file.span(closed.start, end >= 0 ? end : closed.end);
    Node node =
        closed.mapping
            ? new Node.Mapping(entries(closed), span)
            : new Node.Sequence(List.copyOf(closed.items), span);
    add(Tags.apply(closed.tag, node), closed.anchor, closed.nodesBefore);
  }

  /**
   * @param written the characters as they are; a key is never taken for a number or a boolean
   */
  void scalar(Node.Scalar scalar, String written, @Nullable String tag, @Nullable String anchor) {
    Open parent = open.peek();
    if (parent != null && parent.mapping && parent.key == null) {
      parent.key = Node.Scalar.text(written, scalar.span());
      if (anchor != null) {
        anchors.put(anchor, new Anchored(scalar, 1));
      }
    } else {
      add(Tags.apply(tag, scalar), anchor, nodes);
    }
  }

  void alias(String name, Span span) {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      problems.add(Problem.unreadable(span, "no anchor " + name + " before this alias"));
      add(new Node.Unresolved(Cause.INVALID, "*" + name, span), null, nodes);
      return;
    }
    Open parent = open.peek();
    if (parent != null && parent.mapping && parent.key == null) {
      parent.key =
          anchored.node instanceof Node.Scalar scalar ? scalar : Node.Scalar.text("*" + name, span);
      return;
    }
    copied += anchored.size;
    if (copied > Limits.EXPANSION) {
      problems.add(
          Problem.limit(span, "aliases expand to more than " + Limits.EXPANSION + " elements"));
      add(new Node.Unresolved(Cause.LIMIT, "*" + name, span), null, nodes);
      return;
    }
    long before = nodes;
    nodes += anchored.size;
    add(anchored.node, null, before);
    if (parent != null) {
      parent.end = Math.max(parent.end, span.end());
    }
  }

  /** The node that was read, and a fresh start. */
  @Nullable Node finish() {
    Node read = root;
    root = null;
    open.clear();
    anchors.clear();
    return read;
  }

  private void add(Node node, @Nullable String anchor, long nodesBefore) {
    nodes++;
    last = node.span().start();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, nodes - nodesBefore));
    }
    Open parent = open.peek();
    if (parent != null) {
      parent.end = Math.max(parent.end, node.span().end());
    }
    if (parent == null) {
      root = node;
    } else if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.key == null) {
      problems.add(Problem.unreadable(node.span(), "a key must be a string"));
      parent.key = Node.Scalar.text("?", node.span());
    } else {
      put(parent, parent.key, node);
      parent.key = null;
    }
  }

  private void put(Open mapping, Node.Scalar key, Node value) {
    if (key.text().equals("<<") && key.span().text().equals("<<")) {
      merge(mapping, value);
      return;
    }
    // CloudFormation accepts a key that is written twice, and takes the last value.
    mapping.entries.put(key.text(), new Node.Entry(key.text(), key.span(), value));
  }

  /** What is merged yields to what is written; of several, the first wins. */
  private void merge(Open mapping, Node value) {
    List<Node> sources = value instanceof Node.Sequence many ? many.items() : List.of(value);
    for (Node source : sources) {
      if (source instanceof Node.Mapping merged) {
        copied += merged.entries().size();
        if (copied > Limits.EXPANSION) {
          problems.add(
              Problem.limit(
                  source.span(),
                  "merge keys expand to more than " + Limits.EXPANSION + " elements"));
          return;
        }
        mapping.merged.addAll(merged.entries());
      }
    }
  }

  private static List<Node.Entry> entries(Open mapping) {
    mapping.merged.forEach(entry -> mapping.entries.putIfAbsent(entry.key(), entry));
    return List.copyOf(mapping.entries.values());
  }
}
