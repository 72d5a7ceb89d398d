package dev.iacguard.core.hcl;

import java.util.List;

/** An attribute or block of a body. */
public sealed interface BodyItem extends Node {

  /**
   * {@code name = value}.
   *
   * @param start where the name starts
   */
  record Attribute(String name, Expression value, int start, int end) implements BodyItem {}

  /**
   * {@code type "label" label { … }}.
   *
   * @param headerEnd offset behind the type and labels, before the space that leads to the brace
   */
  record Block(String type, List<Label> labels, Body body, int start, int headerEnd, int end)
      implements BodyItem {

    /** The text of a label, or the empty text when there are fewer. */
    public String label(int index) {
      return index < labels.size() ? labels.get(index).text() : "";
    }
  }
}
